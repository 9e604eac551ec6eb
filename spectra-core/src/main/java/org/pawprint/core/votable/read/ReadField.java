package org.pawprint.core.votable.read;

/**
 * A FIELD or PARAM as the document has it. Absent attributes are empty.
 *
 * @param datatype e.g. {@code double}
 * @param arraysize e.g. {@code *} or {@code 2}
 * @param value of a PARAM
 */
public record ReadField(
    String name,
    String datatype,
    String arraysize,
    String unit,
    String ucd,
    String utype,
    String value) {}
