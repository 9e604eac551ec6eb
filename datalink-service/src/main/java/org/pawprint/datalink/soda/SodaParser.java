package org.pawprint.datalink.soda;

import static org.pawprint.core.soda.SodaParameter.BAND;
import static org.pawprint.core.soda.SodaParameter.CIRCLE;
import static org.pawprint.core.soda.SodaParameter.COADD;
import static org.pawprint.core.soda.SodaParameter.COMPONENT;
import static org.pawprint.core.soda.SodaParameter.FLUXCALIB;
import static org.pawprint.core.soda.SodaParameter.FORMAT;
import static org.pawprint.core.soda.SodaParameter.FRAME;
import static org.pawprint.core.soda.SodaParameter.ID;
import static org.pawprint.core.soda.SodaParameter.MEDIUM;
import static org.pawprint.core.soda.SodaParameter.NORMALISE;
import static org.pawprint.core.soda.SodaParameter.POLYGON;
import static org.pawprint.core.soda.SodaParameter.POS;
import static org.pawprint.core.soda.SodaParameter.REBIN;
import static org.pawprint.core.soda.SodaParameter.REDSHIFT;
import static org.pawprint.core.soda.SodaParameter.SMOOTH;
import static org.pawprint.core.soda.SodaParameter.SPAXEL;
import static org.pawprint.core.soda.SodaParameter.SPECSYS;
import static org.pawprint.core.soda.SodaParameter.SPLICE;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pawprint.core.dali.DaliParameters;
import org.pawprint.core.dali.Interval;
import org.pawprint.core.dali.ParameterFault;
import org.pawprint.core.soda.SodaFormat;
import org.pawprint.core.soda.SodaParameter;
import org.pawprint.core.soda.Words;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.VelocityFrame;
import org.pawprint.core.spectrum.derive.Combination;
import org.pawprint.core.spectrum.derive.Splice;
import org.pawprint.datalink.http.ServiceFault;
import org.pawprint.datalink.http.SpectrumId;

/**
 * Reads a request (SODA-1.0 3). Names that mean nothing here are passed over, as DALI services do;
 * SODA's own parameters that are not served are refused, because their silence would be taken for
 * an answer.
 */
final class SodaParser {
  /** Spectra that may become one. */
  static final int MOST_IDS = 100;

  /** DALI's name for what SODA services of spectra call FORMAT. */
  private static final String RESPONSEFORMAT = "RESPONSEFORMAT";

  private static final List<String> NOT_SERVED = List.of("TIME", "POL", "MOC");

  /** Every name that is read here. */
  static final Set<String> NAMES =
      Stream.of(
              Stream.of(SodaParameter.values()).map(SodaParameter::name),
              Stream.of(RESPONSEFORMAT),
              NOT_SERVED.stream())
          .flatMap(names -> names)
          .collect(Collectors.toUnmodifiableSet());

  private final DaliParameters parameters;
  private final SodaGiven given;

  private SodaParser(DaliParameters parameters) {
    this.parameters = parameters;
    this.given = new SodaGiven(parameters);
  }

  /**
   * @throws org.pawprint.core.dali.ParameterFaults with everything that is wrong
   * @throws ServiceFault for a parameter with more values than it takes
   */
  static SodaRequest parse(DaliParameters parameters) {
    return new SodaParser(parameters).request();
  }

  private SodaRequest request() {
    for (String name : NOT_SERVED) {
      SodaGiven.all(parameters, name)
          .forEach(
              text ->
                  given
                      .faults()
                      .add(new ParameterFault(name, text, "no such parameter: it is not served")));
    }
    Optional<CubePart> part = part();
    Words.Component component =
        given.word(COMPONENT, Words.Component.class).orElse(Words.Component.FLUX);
    Operations operations = new Operations(each(), all(), one());
    Set<String> ids = ids(operations.all().several());
    SodaFormat.Requested format = format();
    given.faults().throwIfAny();
    return new SodaRequest(List.copyOf(ids), part, component, operations, format, given.steps());
  }

  private Optional<CubePart> part() {
    List<CubePart> parts =
        Stream.of(
                given.step(POS, SodaTexts::pos),
                given.step(CIRCLE, SodaTexts::circle),
                given.step(POLYGON, SodaTexts::polygon),
                given.step(SPAXEL, SodaTexts::spaxel))
            .flatMap(Optional::stream)
            .toList();
    if (parts.size() > 1) {
      given.fault(CIRCLE, "several of POS, CIRCLE, POLYGON, SPAXEL", "only one of them");
    }
    return parts.stream().findFirst();
  }

  private Operations.Each each() {
    Optional<Interval> band = given.step(BAND, text -> Interval.parse(BAND.name(), text));
    Optional<VelocityFrame> specsys = given.step(SPECSYS, SodaParser::velocityFrame);
    Optional<Medium> medium = given.word(MEDIUM, Medium.class);
    // Recorded with the value that is used, which may be the catalogue's.
    Optional<Double> redshift = given.one(REDSHIFT, SodaTexts::redshift);
    Optional<Words.Frame> frame = given.word(FRAME, Words.Frame.class);
    if (redshift.isPresent() && frame.isEmpty()) {
      given.fault(REDSHIFT, redshift.get().toString(), "FRAME beside it, which it is for");
    }
    return new Operations.Each(
        band,
        specsys,
        medium,
        redshift.isPresent() ? OptionalDouble.of(redshift.get()) : OptionalDouble.empty(),
        frame);
  }

  private static VelocityFrame velocityFrame(String text) {
    return Words.VELOCITY_FRAMES.stream()
        .filter(frame -> frame.specsys().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(() -> SodaGiven.noWord(SPECSYS, text));
  }

  private Operations.All all() {
    Optional<Combination> coadd = given.word(COADD, Combination.class);
    Optional<Splice> splice = given.word(SPLICE, Splice.class);
    if (coadd.isPresent() && splice.isPresent()) {
      given.fault(SPLICE, splice.get().name(), "either COADD or SPLICE, not both");
    }
    return new Operations.All(coadd, splice);
  }

  private Operations.One one() {
    Operations.One one =
        new Operations.One(
            given.step(REBIN, SodaTexts::rebin),
            given.step(SMOOTH, SodaTexts::smooth),
            given.step(NORMALISE, SodaTexts::normalise),
            given.word(FLUXCALIB, Words.FluxCalibration.class));
    if (one.normalise().isPresent() && one.fluxcalib().isPresent()) {
      given.fault(FLUXCALIB, one.fluxcalib().get().name(), "either NORMALISE or FLUXCALIB");
    }
    return one;
  }

  private Set<String> ids(boolean several) {
    Set<String> ids = SodaGiven.all(parameters, SodaParameter.ID.name());
    if (ids.isEmpty()) {
      given.fault(ID, "", SpectrumId.FORM);
    } else if (ids.size() > 1 && !several) {
      throw ServiceFault.multiple(
          "ID has "
              + ids.size()
              + " values; several become one spectrum with COADD or SPLICE only");
    } else if (ids.size() > MOST_IDS) {
      given.fault(ID, ids.size() + " values", "at most " + MOST_IDS);
    } else if (ids.size() == 1 && several) {
      given.fault(ID, ids.iterator().next(), "two or more IDs for COADD and SPLICE");
    }
    return ids;
  }

  private SodaFormat.Requested format() {
    Set<String> responseFormat = SodaGiven.all(parameters, RESPONSEFORMAT);
    if (responseFormat.size() > 1) {
      throw ServiceFault.multiple(RESPONSEFORMAT + " has several values");
    }
    Optional<SodaFormat.Requested> format = given.one(FORMAT, SodaParser::format);
    if (format.isEmpty() && !responseFormat.isEmpty()) {
      format =
          given
              .faults()
              .attempt(
                  () -> Optional.of(format(responseFormat.iterator().next())), Optional.empty());
    }
    return format.orElseGet(() -> format(SodaFormat.VOTABLE.shortName()));
  }

  private static SodaFormat.Requested format(String text) {
    return SodaFormat.of(text).orElseThrow(() -> SodaGiven.noWord(FORMAT, text));
  }
}
