package org.pawprint.datalink.bulk;

import java.util.Optional;

/**
 * What a client wants.
 *
 * @param ids as submitted, in their order, repeats too
 * @param query of a search that names more, behind them; empty for none
 * @param grid empty where every spectrum keeps its own pixels
 */
record BulkRequest(
    IdList ids, Optional<SearchQuery> query, BulkFormat format, Optional<CommonGrid> grid) {}
