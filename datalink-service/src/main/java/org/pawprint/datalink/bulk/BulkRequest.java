package org.pawprint.datalink.bulk;

import java.util.List;
import java.util.Optional;

/**
 * What a client wants.
 *
 * @param ids as submitted, in their order, repeats too
 * @param grid empty where every spectrum keeps its own pixels
 */
record BulkRequest(List<String> ids, BulkFormat format, Optional<CommonGrid> grid) {
  BulkRequest {
    ids = List.copyOf(ids);
  }
}
