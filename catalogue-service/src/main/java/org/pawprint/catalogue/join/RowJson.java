package org.pawprint.catalogue.join;

import java.util.List;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** All cells of a row as one JSON object; blank and NaN are null. */
final class RowJson {
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES).build();

  private final List<String> names;

  RowJson(List<String> names) {
    this.names = names;
  }

  String of(Object[] cells) {
    ObjectNode object = JSON.createObjectNode();
    for (int i = 0; i < cells.length; i++) {
      put(object, names.get(i), cells[i]);
    }
    return JSON.writeValueAsString(object);
  }

  private static void put(ObjectNode object, String name, Object cell) {
    if (cell instanceof Double d && Double.isFinite(d)) {
      object.put(name, d);
    } else if (cell instanceof Float f && Float.isFinite(f)) {
      object.put(name, f);
    } else if (cell instanceof Long
        || cell instanceof Integer
        || cell instanceof Short
        || cell instanceof Byte) {
      object.put(name, ((Number) cell).longValue());
    } else if (cell instanceof Boolean b) {
      object.put(name, b);
    } else if (cell instanceof String || cell instanceof Character) {
      // PostgreSQL holds no NUL.
      object.put(name, cell.toString().replace("\0", ""));
    } else if (cell != null && cell.getClass().isArray()) {
      object.set(name, JSON.valueToTree(cell));
    } else {
      object.putNull(name);
    }
  }
}
