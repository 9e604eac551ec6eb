package org.pawprint.ssa.query;

import static org.pawprint.ssa.query.SsaParameter.COMPRESS;
import static org.pawprint.ssa.query.SsaParameter.FORMAT;
import static org.pawprint.ssa.query.SsaParameter.PAGE;
import static org.pawprint.ssa.query.SsaParameter.POS;
import static org.pawprint.ssa.query.SsaParameter.REQUEST;
import static org.pawprint.ssa.query.SsaParameter.RESPONSEFORMAT;
import static org.pawprint.ssa.query.SsaParameter.SIZE;
import static org.pawprint.ssa.query.SsaParameter.TOP;
import static org.pawprint.ssa.query.SsaParameter.VERSION;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.pawprint.core.dali.DaliParameters;
import org.pawprint.core.dali.MaxRec;
import org.pawprint.core.dali.ParameterFaults;
import org.pawprint.core.sky.Cone;
import org.pawprint.core.sky.SkyPosition;
import org.pawprint.store.search.Condition;
import org.pawprint.store.search.PageStart;
import org.springframework.stereotype.Component;

/** Reads a request: all that is wrong with it is reported together. */
@Component
public final class SsaQueryParser {
  /** Levels of a version are one digit each but the last: 1.04 is 1.0.4 (SSA-1.1 4.1). */
  private static final Pattern OUR_VERSION = Pattern.compile("1(\\.1[\\d.]*)?");

  private final SsaProperties properties;
  private final PageTokens tokens;

  SsaQueryParser(SsaProperties properties, PageTokens tokens) {
    this.properties = properties;
    this.tokens = tokens;
  }

  /**
   * @throws ParameterFaults when parameters we know cannot be understood
   */
  public Search parse(DaliParameters request) {
    Given given = new Given(Protocol.SSA, request);
    // FORMAT=METADATA ignores all other parameters, faulty ones too (SSA-1.1 4.1.5).
    if (SsaFormat.isMetadata(given.items(FORMAT))) {
      return Search.forMetadata();
    }
    operation(given);
    compression(given);
    List<Constraint> constraints = new ArrayList<>();
    Optional<Cone> cone = cone(given);
    cone.map(Condition::within)
        .map(within -> Constraint.of(POS + ", " + SIZE, within))
        .ifPresent(constraints::add);
    constraints.addAll(Constraints.of(given));
    Optional<PageStart> page = given.page(PAGE, tokens);
    RowLimit limit = limit(given);
    AnswerForm.Requested form =
        given.read(RESPONSEFORMAT, AnswerForm::parse).orElse(AnswerForm.Requested.DEFAULT);
    given.faults().throwIfAny();
    return new Search(
        Protocol.SSA,
        false,
        SsaFormat.products(given.items(FORMAT)),
        cone.map(Cone::centre),
        Constraints.versions(given),
        constraints,
        page,
        limit,
        form,
        given.echo(),
        notes(given),
        given.constraints());
  }

  private static List<String> notes(Given given) {
    List<String> notes = new ArrayList<>(given.notes());
    if (!given.items(FORMAT).isEmpty() && SsaFormat.products(given.items(FORMAT)).isEmpty()) {
      notes.add("FORMAT: no spectrum is served in these forms; " + SsaFormat.NAMED + " are");
    }
    return notes;
  }

  private static void operation(Given given) {
    String operation = given.read(REQUEST, text -> text).orElse("");
    if (!operation.equalsIgnoreCase("queryData")) {
      given.fault(REQUEST, operation, "queryData");
    }
    String version = given.read(VERSION, text -> text).orElse("1.1");
    if (!OUR_VERSION.matcher(version).matches()) {
      given.fault(VERSION, version, "1.1");
    }
  }

  /** A permission that HTTP gives anew with each request; a bare name means true. */
  private static void compression(Given given) {
    given.read(
        COMPRESS,
        text -> {
          if (!text.strip().matches("(?i)true|false|1|0|yes|no|t|f")) {
            throw ParameterFaults.of(COMPRESS.name(), text, "true or false");
          }
          return text;
        });
  }

  private Optional<Cone> cone(Given given) {
    Optional<SkyPosition> centre = given.read(POS, SsaPosition::parse);
    Optional<Double> size =
        given.read(
            SIZE,
            text ->
                SsaNumber.require(
                    SIZE,
                    text,
                    degrees -> degrees > 0 && degrees <= 360,
                    "the diameter of the cone in degree, above 0 and at most 360"));
    // SIZE is a diameter (SSA-1.1 4.1.1.2).
    double radius = size.orElse(properties.defaultSizeDeg()) / 2;
    return centre.map(position -> new Cone(position, radius));
  }

  private RowLimit limit(Given given) {
    MaxRec maxRec =
        given
            .faults()
            .attempt(
                () -> MaxRec.of(given.request(), properties.defaultMaxRec(), properties.maxRec()),
                new MaxRec(0));
    Optional<Long> top = given.read(TOP, SsaQueryParser::top);
    return new RowLimit(maxRec.rows(), top.map(OptionalLong::of).orElse(OptionalLong.empty()));
  }

  private static long top(String text) {
    String digits = text.strip();
    if (!digits.matches("\\d{1,18}") || Long.parseLong(digits) < 1) {
      throw ParameterFaults.of(TOP.name(), text, "a whole number, 1 or more");
    }
    return Long.parseLong(digits);
  }
}
