package org.pawprint.ssa.query;

import static org.pawprint.ssa.query.SsaParameter.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.pawprint.core.sky.Cone;
import org.pawprint.core.sky.SkyPosition;
import org.pawprint.core.votable.Info;
import org.pawprint.ssa.SsaProperties;
import org.pawprint.store.search.Condition;
import org.springframework.stereotype.Component;

/** Reads a request: all that is wrong with it is reported together. */
@Component
public final class SsaQueryParser {
  /** Levels of a version are one digit each but the last: 1.04 is 1.0.4 (SSA-1.1 4.1). */
  private static final Pattern OUR_VERSION = Pattern.compile("1(\\.1[\\d.]*)?");

  private static final String NOTE = "NOTE";

  private final SsaProperties properties;

  SsaQueryParser(SsaProperties properties) {
    this.properties = properties;
  }

  /**
   * @param request values by name, as they came
   * @throws SsaFaults when a parameter we know cannot be understood
   */
  public SsaQuery parse(Map<String, List<String>> request) {
    Given given = Given.of(request);
    // FORMAT=METADATA ignores all other parameters, faulty ones too (SSA-1.1 4.1.5).
    if (SsaFormat.isMetadata(given.items(FORMAT))) {
      return new SsaQuery(
          true,
          List.of(),
          Optional.empty(),
          List.of(),
          new RowLimit(0, OptionalLong.empty()),
          List.of());
    }
    operation(given);
    List<Condition> conditions = new ArrayList<>();
    List<Info> infos = new ArrayList<>(given.echo());
    Optional<Cone> cone = cone(given);
    cone.map(Condition::within).ifPresent(conditions::add);
    for (Constraint constraint : Constraints.of(given)) {
      conditions.add(constraint.condition());
      constraint.note().ifPresent(note -> infos.add(Info.of(NOTE, note)));
    }
    RowLimit limit = limit(given);
    given.throwFaults();
    return new SsaQuery(
        false,
        SsaFormat.products(given.items(FORMAT)),
        cone.map(Cone::centre),
        conditions,
        limit,
        infos);
  }

  private static void operation(Given given) {
    if (given.all(REQUEST).isEmpty()) {
      given.fault(REQUEST, "", "the operation is missing; write REQUEST=queryData");
    }
    given.read(
        REQUEST, text -> require(text.equalsIgnoreCase("queryData"), "only queryData is known"));
    given.read(
        VERSION,
        text -> require(OUR_VERSION.matcher(text).matches(), "only version 1.1 is spoken here"));
  }

  private Optional<Cone> cone(Given given) {
    Optional<SkyPosition> centre = given.read(POS, SsaPosition::parse);
    Optional<Double> size =
        given.read(
            SIZE,
            text -> {
              double degrees = SsaNumber.parse(text);
              require(
                  degrees > 0 && degrees <= 360,
                  "the diameter of the cone is above 0 and at most 360 deg");
              return degrees;
            });
    // SIZE is a diameter (SSA-1.1 4.1.1.2).
    double radius = size.orElse(properties.defaultSizeDeg()) / 2;
    return centre.map(position -> new Cone(position, radius));
  }

  private RowLimit limit(Given given) {
    long maxRec =
        given
            .read(MAXREC, text -> whole(text, 0))
            .map(wanted -> Math.min(wanted, properties.maxRec()))
            .orElse(properties.defaultMaxRec());
    Optional<Long> top = given.read(TOP, text -> whole(text, 1));
    return new RowLimit(maxRec, top.map(OptionalLong::of).orElse(OptionalLong.empty()));
  }

  private static long whole(String text, long least) {
    require(text.strip().matches("\\d{1,18}"), "a whole number is wanted");
    long value = Long.parseLong(text.strip());
    require(value >= least, "the least is " + least);
    return value;
  }

  static boolean require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
    return true;
  }
}
