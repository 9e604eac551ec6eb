package org.pawprint.catalogue.join;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is looked for in a table of targets, and how its column may be known. */
public enum TargetQuantity {
  /** By which spectra find their row. */
  KEY(
      "",
      Set.of(),
      List.of("meta.id;meta.main", "id_main"),
      List.of(
          "sobject_id",
          "specid",
          "cataid",
          "targetname",
          "target_name",
          "target",
          "object",
          "objname",
          "name",
          "targetid",
          "target_id",
          "obs_id",
          "id")),
  RA(
      "deg",
      Set.of("deg", "degree", "degrees", "degs"),
      List.of("pos.eq.ra;meta.main", "pos_eq_ra_main"),
      List.of("ra", "ra_icrs", "raj2000", "ra_j2000", "radeg", "ra_deg", "_raj2000", "target_ra")),
  DEC(
      "deg",
      Set.of("deg", "degree", "degrees", "degs"),
      List.of("pos.eq.dec;meta.main", "pos_eq_dec_main"),
      List.of(
          "dec",
          "de_icrs",
          "dec_icrs",
          "dej2000",
          "dec_j2000",
          "decj2000",
          "dedeg",
          "decdeg",
          "dec_deg",
          "_dej2000",
          "target_dec")),
  REDSHIFT(
      "a number without unit",
      Set.of("1", "-", "none", "dimensionless", "unitless"),
      List.of("src.redshift", "redshift_hc"),
      List.of("redshift", "z", "z_helio", "zhelio", "z_best", "zbest")),
  RV(
      "km/s",
      Set.of("km/s", "km s-1", "km.s-1", "km s**-1", "km s^-1", "km*s**-1", "km.s**-1", "kms-1"),
      List.of("spect.dopplerveloc", "spect.dopplerveloc.opt", "phys.veloc;pos.heliocentric"),
      List.of("rv", "radial_velocity", "vhelio", "v_helio", "rv_galah", "hrv")),
  NAME("", Set.of(), List.of(), List.of());

  private final String unit;
  private final Set<String> units;
  private final List<String> ucds;
  private final List<String> names;

  TargetQuantity(String unit, Set<String> units, List<String> ucds, List<String> names) {
    this.unit = unit;
    this.units = units;
    this.ucds = ucds;
    this.names = names;
  }

  /** The word of the option and of the parameter. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether its column must hold numbers. */
  boolean isNumber() {
    return !unit.isEmpty();
  }

  /** What its values must be in. */
  String unit() {
    return unit;
  }

  /** Whether a unit, as a table spells it, is the right one; a silent table is believed. */
  boolean accepts(String told) {
    return told.isBlank() || units.contains(told.strip().toLowerCase(Locale.ROOT));
  }

  /** UCDs (1+ and 1) of the column that is meant, in lower case, the best first. */
  List<String> ucds() {
    return ucds;
  }

  /** Names of the column in surveys' tables, in lower case, the best first. */
  List<String> names() {
    return names;
  }
}
