package org.pawprint.datalink.bulk;

/** An ID that is not in the answer, as submitted, and why. */
record Missing(String id, String reason) {}
