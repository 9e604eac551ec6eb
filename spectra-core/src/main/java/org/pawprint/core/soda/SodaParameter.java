package org.pawprint.core.soda;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.pawprint.core.votable.DataType;
import org.pawprint.core.votable.Field;
import org.pawprint.core.votable.Values;

/**
 * Every parameter the service understands, in the order in which it acts: the one table of them,
 * from which the parser takes the words and every descriptor its inputs. Those that are SODA's own
 * are so by name, UCD and unit (SODA-1.0 3.2); the others are custom parameters.
 */
public enum SodaParameter {
  ID("*", "", "meta.ref.url;meta.curation", "Publisher DID; several with COADD or SPLICE"),
  POS(
      "*",
      "",
      "pos.outline;obs",
      "Part of the sky in ICRS degrees: CIRCLE and centre and radius; RANGE and two right ascensions"
          + " and two declinations; POLYGON and its corners",
      Scope.CUBE),
  CIRCLE(
      "3",
      "deg",
      "pos.outline;obs",
      "Part of the sky: right ascension, declination and radius, ICRS",
      Scope.CUBE),
  POLYGON(
      "*",
      "deg",
      "pos.outline;obs",
      "Part of the sky: right ascension and declination of each corner, ICRS",
      Scope.CUBE),
  SPAXEL(
      "2",
      "",
      "pos.cartesian;instr.pixel",
      "One spaxel: its numbers along the two axes of the cube, counted from 1",
      Scope.CUBE),
  COMPONENT(
      "The spectrum as catalogued, or the sky that was subtracted from it, where its file has it",
      Words.COMPONENTS,
      Scope.SPECTRUM),
  BAND(
      "2",
      "m",
      "em.wl;stat.interval",
      "Vacuum wavelengths to keep, from and to, both included; -Inf and +Inf leave a side open"),
  SPECSYS("Velocity frame of the wavelengths", Words.SPECSYS),
  MEDIUM("Medium of the wavelengths", Words.MEDIA),
  // An array, of one number: pyvo trips over a scalar number without value.
  REDSHIFT("*", "", "src.redshift", "Redshift for FRAME, in place of the catalogue's"),
  FRAME("Wavelengths at rest in the source, or as observed", Words.FRAMES),
  COADD(
      "One spectrum of several, e.g. of epochs: weighted by 1/sigma**2, or their mean",
      Words.COMBINATIONS,
      Scope.SPECTRUM),
  SPLICE(
      "One spectrum of several arms; MATCH scales the redder to the bluer where they overlap",
      Words.SPLICES,
      Scope.SPECTRUM),
  REBIN(
      "*",
      "",
      "spect.binSize",
      "New pixels in Angstrom, conserving flux: a step, or first, last and step; LOG for logarithmic steps, LOG"
          + " and a number for steps of that many km/s, between two wavelengths where they stand"
          + " before it"),
  SMOOTH(
      "*",
      "",
      "",
      "Running mean: BOX and its width, or GAUSS and its FWHM, in pixels unless the word Angstrom"
          + " follows"),
  NORMALISE(
      "*",
      "",
      "spect.continuum",
      "Divide by a continuum: MEDIAN; MEDIAN and the width of its window in Angstrom; or POLY and"
          + " an order, 0 to 15"),
  FLUXCALIB(
      "RELATIVE divides by the largest flux; ABSOLUTE refuses what is not calibrated so",
      Words.CALIBRATIONS),
  FORMAT("Form of the answer", SodaFormat.allNames());

  /** What a parameter can be applied to. */
  public enum Scope {
    ANY,
    SPECTRUM,
    CUBE
  }

  /** Least and greatest REDSHIFT. */
  public static final double LEAST_REDSHIFT = -0.1;

  public static final double GREATEST_REDSHIFT = 20;

  private static final Set<SodaParameter> STANDARD = EnumSet.of(ID, POS, CIRCLE, POLYGON, BAND);

  private final String arraysize;
  private final String unit;
  private final String ucd;
  private final String description;
  private final List<String> options;
  private final Scope scope;

  SodaParameter(String arraysize, String unit, String ucd, String description) {
    this(arraysize, unit, ucd, description, List.of(), Scope.ANY);
  }

  SodaParameter(String arraysize, String unit, String ucd, String description, Scope scope) {
    this(arraysize, unit, ucd, description, List.of(), scope);
  }

  SodaParameter(String description, List<String> options) {
    this(description, options, Scope.ANY);
  }

  /** A choice of words. */
  SodaParameter(String description, List<String> options, Scope scope) {
    this("*", "", "meta.code", description, options, scope);
  }

  SodaParameter(
      String arraysize,
      String unit,
      String ucd,
      String description,
      List<String> options,
      Scope scope) {
    this.arraysize = arraysize;
    this.unit = unit;
    this.ucd = ucd;
    this.description = description;
    this.options = List.copyOf(options);
    this.scope = scope;
  }

  /** VOUnits, empty for none. */
  public String unit() {
    return unit;
  }

  public String ucd() {
    return ucd;
  }

  public String description() {
    return description;
  }

  /** The words to choose from; empty where the value is none. */
  public List<String> options() {
    return options;
  }

  /** Whether SODA itself defines it. */
  public boolean isStandard() {
    return STANDARD.contains(this);
  }

  public boolean appliesTo(Scope data) {
    return scope == Scope.ANY || scope == data;
  }

  /** The parameter as an input of a service descriptor. */
  public Field.Builder field() {
    return Field.named(name(), type())
        .arraysize(arraysize)
        .unit(unit)
        .ucd(ucd)
        .xtype(xtype())
        .description(description)
        .values(allowed());
  }

  private DataType type() {
    return switch (this) {
      case BAND, CIRCLE, POLYGON, REDSHIFT -> DataType.DOUBLE;
      case SPAXEL -> DataType.INT;
      default -> DataType.CHAR;
    };
  }

  private String xtype() {
    return switch (this) {
      case BAND -> "interval";
      case CIRCLE -> "circle";
      case POLYGON -> "polygon";
      default -> "";
    };
  }

  private Values allowed() {
    return this == REDSHIFT
        ? Values.between(Double.toString(LEAST_REDSHIFT), Double.toString(GREATEST_REDSHIFT))
        : new Values("", "", options);
  }
}
