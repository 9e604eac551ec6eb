package org.pawprint.core.obscore;

import java.time.Instant;

/** The value types of catalogue columns, with their VOTable and PostgreSQL names. */
public enum ColumnType {
  STRING(String.class, "char", "*", "text"),
  INT(Integer.class, "int", "", "integer"),
  LONG(Long.class, "long", "", "bigint"),
  DOUBLE(Double.class, "double", "", "double precision"),
  /** UTC, written as a DALI timestamp. */
  TIMESTAMP(Instant.class, "char", "*", "timestamp with time zone");

  private final Class<?> javaType;
  private final String votableType;
  private final String arraysize;
  private final String sqlType;

  ColumnType(Class<?> javaType, String votableType, String arraysize, String sqlType) {
    this.javaType = javaType;
    this.votableType = votableType;
    this.arraysize = arraysize;
    this.sqlType = sqlType;
  }

  public Class<?> javaType() {
    return javaType;
  }

  /** VOTable datatype attribute. */
  public String votableType() {
    return votableType;
  }

  /** VOTable arraysize attribute, empty for scalars. */
  public String arraysize() {
    return arraysize;
  }

  /** Type as {@code information_schema.columns.data_type} spells it. */
  public String sqlType() {
    return sqlType;
  }
}
