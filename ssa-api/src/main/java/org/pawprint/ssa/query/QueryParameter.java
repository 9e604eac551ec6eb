package org.pawprint.ssa.query;

import java.util.List;
import org.pawprint.core.votable.DataType;
import org.pawprint.core.votable.Field;
import org.pawprint.core.votable.Param;
import org.pawprint.core.votable.Values;

/** A parameter that a search understands, as the protocols' tables have them. */
public interface QueryParameter {
  /** In upper case; requests may spell it in any. */
  String name();

  /** What it is about. */
  Shape shape();

  /** Whether it has a say in which rows are found and in their order. */
  boolean isConstraint();

  /**
   * As FORMAT=METADATA shows it (SSA-1.1 4.1.5).
   *
   * @param value what is assumed when it is not given, or empty
   */
  default Param metadata(String value) {
    return shape().field("INPUT:" + name()).utype(shape().utype).value(value);
  }

  /**
   * As a service descriptor shows it, without the utype: the fields of the answer have those.
   *
   * @param value that is always to be sent, or empty
   */
  default Param input(String value) {
    return shape().field(name()).value(value);
  }

  /** How a parameter describes itself; filled while the table of parameters is read. */
  final class Shape {
    private final DataType type;
    private final String description;
    private String unit = "";
    private String ucd = "";
    private String utype = "";
    private Values values = Values.ANY;

    private Shape(DataType type, String description) {
      this.type = type;
      this.description = description;
    }

    static Shape text(String description) {
      return new Shape(DataType.CHAR, description);
    }

    static Shape number(String description) {
      return new Shape(DataType.DOUBLE, description);
    }

    static Shape whole(String description) {
      return new Shape(DataType.LONG, description);
    }

    Shape unit(String text) {
      unit = text;
      return this;
    }

    Shape ucd(String text) {
      ucd = text;
      return this;
    }

    Shape utype(String text) {
      utype = text;
      return this;
    }

    Shape values(Values allowed) {
      values = allowed;
      return this;
    }

    Shape options(String... options) {
      return values(Values.oneOf(List.of(options)));
    }

    private Field.Builder field(String name) {
      return Field.named(name, type)
          .arraysize(type == DataType.CHAR ? "*" : "")
          .unit(unit)
          .ucd(ucd)
          .description(description)
          .values(values);
    }
  }
}
