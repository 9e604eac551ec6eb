package org.pawprint.datalink.bulk;

import java.util.List;

/**
 * What a client wants.
 *
 * @param ids as submitted, in their order, repeats too
 */
record BulkRequest(List<String> ids, BulkFormat format) {
  BulkRequest {
    ids = List.copyOf(ids);
  }
}
