package org.pawprint.core.votable;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A column, or the description of a parameter. Texts other than the name may be empty, which leaves
 * the attribute out.
 *
 * @param arraysize empty for a scalar, else as VOTable spells it: {@code *}, {@code 2}, {@code 2x*}
 * @param unit VOUnits
 * @param ref XML ID of a COOSYS, TIMESYS or, in a service descriptor, a column
 */
public record Field(
    String name,
    String id,
    DataType datatype,
    String arraysize,
    String unit,
    String ucd,
    String utype,
    String xtype,
    String ref,
    String description,
    Values values)
    implements VoElement {

  private static final Pattern SIZES = Pattern.compile("(\\d{1,9}x)*(\\d{0,9}\\*|\\d{1,9})?");

  /** {@link #length} of an array without fixed length. */
  static final int VARIABLE = -1;

  /** {@link #length} of a scalar. */
  static final int SCALAR = 0;

  public Field {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a field without a name");
    }
    XmlId.requireOrEmpty(id);
    XmlId.requireOrEmpty(ref);
    // The two that nearly all fields have need no pattern.
    if (!arraysize.isEmpty() && !arraysize.equals("*") && !SIZES.matcher(arraysize).matches()) {
      throw new IllegalArgumentException("field " + name + ": arraysize '" + arraysize + "'");
    }
  }

  public static Builder named(String name, DataType datatype) {
    return new Builder(name, datatype);
  }

  /** A column of texts of any length. */
  public static Builder text(String name) {
    return new Builder(name, DataType.CHAR).arraysize("*");
  }

  /** Number of elements of a cell: {@link #SCALAR}, {@link #VARIABLE} or above zero. */
  int length() {
    if (arraysize.isEmpty()) {
      return SCALAR;
    }
    if (arraysize.endsWith("*")) {
      return VARIABLE;
    }
    int product = 1;
    for (String side : arraysize.split("x", -1)) {
      product = Math.multiplyExact(product, Integer.parseInt(side));
    }
    return product;
  }

  @Override
  public void write(XmlBytes xml) {
    xml.ascii("<FIELD");
    attributes(xml);
    end("FIELD", xml);
  }

  void attributes(XmlBytes xml) {
    xml.attribute("ID", id).attribute("name", name).attribute("datatype", datatype.word());
    xml.attribute("arraysize", arraysize).attribute("unit", unit).attribute("ucd", ucd);
    xml.attribute("utype", utype).attribute("xtype", xtype).attribute("ref", ref);
  }

  void end(String element, XmlBytes xml) {
    if (description.isEmpty() && values.equals(Values.ANY)) {
      xml.ascii("/>\n");
      return;
    }
    xml.ascii(">\n");
    Description.writeUnlessEmpty(description, xml);
    values.write(xml);
    xml.ascii("</" + element + ">\n");
  }

  @Override
  public String toString() {
    return "%s (%s %s)".formatted(name, datatype.word().toLowerCase(Locale.ROOT), arraysize);
  }

  /** Collects what is known; the rest stays empty. */
  public static final class Builder {
    private final String name;
    private final DataType datatype;
    private String id = "";
    private String arraysize = "";
    private String unit = "";
    private String ucd = "";
    private String utype = "";
    private String xtype = "";
    private String ref = "";
    private String description = "";
    private Values values = Values.ANY;

    private Builder(String name, DataType datatype) {
      this.name = name;
      this.datatype = datatype;
    }

    public Builder id(String text) {
      id = text;
      return this;
    }

    public Builder arraysize(String text) {
      arraysize = text;
      return this;
    }

    public Builder unit(String text) {
      unit = text;
      return this;
    }

    public Builder ucd(String text) {
      ucd = text;
      return this;
    }

    public Builder utype(String text) {
      utype = text;
      return this;
    }

    public Builder xtype(String text) {
      xtype = text;
      return this;
    }

    public Builder ref(String text) {
      ref = text;
      return this;
    }

    public Builder description(String text) {
      description = text;
      return this;
    }

    public Builder values(Values allowed) {
      values = allowed;
      return this;
    }

    public Field build() {
      return new Field(
          name, id, datatype, arraysize, unit, ucd, utype, xtype, ref, description, values);
    }

    /** A PARAM of this description. */
    public Param value(String text) {
      return new Param(build(), text);
    }
  }
}
