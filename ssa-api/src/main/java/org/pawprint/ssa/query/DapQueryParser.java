package org.pawprint.ssa.query;

import static org.pawprint.ssa.query.DapParameter.*;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.pawprint.core.dali.DaliParameters;
import org.pawprint.core.dali.Interval;
import org.pawprint.core.dali.MaxRec;
import org.pawprint.core.dali.ParameterFaults;
import org.pawprint.core.dali.RangeList;
import org.pawprint.core.dali.RegionReader;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.store.search.Condition;
import org.pawprint.store.search.Unknown;
import org.pawprint.store.search.Versions;
import org.springframework.stereotype.Component;

/**
 * Reads a request in the words of SIA 2.0: values of one parameter are alternatives, parameters all
 * have to be met, and a row that lacks a value does not meet it (SIA-2.0 2.1). All that is wrong is
 * reported together.
 */
@Component
public final class DapQueryParser {
  private static final RegionReader REGIONS = new RegionReader(180);
  private static final int LONGEST_DATES = 200;
  private static final int MOST_WORDS_OF_REGIONS = 1000;
  private static final int MOST_STATES = 20;

  private final SsaProperties properties;
  private final PageTokens tokens;

  DapQueryParser(SsaProperties properties, PageTokens tokens) {
    this.properties = properties;
    this.tokens = tokens;
  }

  /**
   * @throws ParameterFaults when parameters we know cannot be understood
   */
  public Search parse(DaliParameters request) {
    Given given = new Given(Protocol.DAP, request);
    List<Constraint> constraints = constraints(given);
    MaxRec maxRec =
        given
            .faults()
            .attempt(
                () -> MaxRec.of(request, properties.defaultMaxRec(), properties.maxRec()),
                new MaxRec(0));
    AnswerForm.Requested form =
        given.read(RESPONSEFORMAT, AnswerForm::parse).orElse(AnswerForm.Requested.DEFAULT);
    List<Product> products = products(given.all(FORMAT));
    Search search =
        new Search(
            Protocol.DAP,
            false,
            products,
            Optional.empty(),
            given.all(ID).isEmpty() ? Versions.NEWEST : Versions.ALL,
            constraints,
            given.page(PAGE, tokens),
            new RowLimit(maxRec.rows(), OptionalLong.empty()),
            form,
            given.echo(),
            given.notes(),
            given.constraints());
    given.faults().throwIfAny();
    return search;
  }

  private static List<Constraint> constraints(Given given) {
    List<Constraint> constraints = new ArrayList<>();
    List<Condition> regions = regions(given);
    if (!regions.isEmpty()) {
      constraints.add(Constraint.of(POS.name(), Condition.anyOf(regions)));
    }
    overlap(given, constraints, BAND, ObsCoreColumn.EM_MIN, ObsCoreColumn.EM_MAX);
    overlap(given, constraints, TIME, ObsCoreColumn.T_MIN, ObsCoreColumn.T_MAX);
    within(given, constraints, FOV, ObsCoreColumn.S_FOV);
    within(given, constraints, SPATRES, ObsCoreColumn.S_RESOLUTION);
    within(given, constraints, SPECRP, ObsCoreColumn.EM_RES_POWER);
    within(given, constraints, EXPTIME, ObsCoreColumn.T_EXPTIME);
    within(given, constraints, TIMERES, ObsCoreColumn.T_RESOLUTION);
    within(given, constraints, REDSHIFT, ObsCoreColumn.REDSHIFT);
    if (given.all(POL).size() > MOST_STATES) {
      given.fault(POL, given.all(POL).size() + " states", "at most " + MOST_STATES);
    } else {
      texts(given, constraints, POL, DapQueryParser::polarised);
    }
    texts(given, constraints, ID, Condition::named);
    exactly(given, constraints, COLLECTION, ObsCoreColumn.OBS_COLLECTION);
    exactly(given, constraints, FACILITY, ObsCoreColumn.FACILITY_NAME);
    exactly(given, constraints, INSTRUMENT, ObsCoreColumn.INSTRUMENT_NAME);
    exactly(given, constraints, DPTYPE, ObsCoreColumn.DATAPRODUCT_TYPE);
    exactly(given, constraints, TARGET, ObsCoreColumn.TARGET_NAME);
    add(
        constraints,
        CALIB,
        given.readAll(CALIB, DapQueryParser::level),
        levels -> Condition.between(ObsCoreColumn.CALIB_LEVEL, levels, Unknown.FAILS));
    add(
        constraints,
        RELEASEDATE,
        given.readAll(RELEASEDATE, DapQueryParser::dates),
        dates -> Condition.dated(ObsCoreColumn.OBS_RELEASE_DATE, dates));
    return constraints;
  }

  /**
   * Regions that hold the position of a row; the extent of a fibre is not looked at. What a region
   * costs the database grows with its ranges and sides; there is a budget for all.
   */
  private static List<Condition> regions(Given given) {
    int words = given.all(POS).stream().mapToInt(DapQueryParser::words).sum();
    if (words > MOST_WORDS_OF_REGIONS) {
      given.fault(
          POS,
          given.all(POS).size() + " regions of " + words + " words",
          "regions of " + MOST_WORDS_OF_REGIONS + " words in all, which are 250 circles");
      return List.of();
    }
    return given.readAll(POS, text -> Condition.within(REGIONS.shape(POS.name(), text)));
  }

  /** How many there are, cheaply. */
  private static int words(String text) {
    return (int) text.chars().filter(c -> c == ' ').count() + 1;
  }

  private static <T> void add(
      List<Constraint> constraints,
      DapParameter parameter,
      List<T> values,
      Function<List<T>, Condition> condition) {
    if (!values.isEmpty()) {
      constraints.add(Constraint.of(parameter.name(), condition.apply(values)));
    }
  }

  private static void overlap(
      Given given,
      List<Constraint> constraints,
      DapParameter parameter,
      ObsCoreColumn low,
      ObsCoreColumn high) {
    add(
        constraints,
        parameter,
        given.readAll(parameter, text -> numberOrInterval(parameter, text)),
        intervals -> Condition.overlaps(low, high, intervals, Unknown.FAILS));
  }

  private static void within(
      Given given, List<Constraint> constraints, DapParameter parameter, ObsCoreColumn column) {
    add(
        constraints,
        parameter,
        given.readAll(parameter, text -> Interval.parse(parameter.name(), text)),
        intervals -> Condition.between(column, intervals, Unknown.FAILS));
  }

  private static void exactly(
      Given given, List<Constraint> constraints, DapParameter parameter, ObsCoreColumn column) {
    texts(given, constraints, parameter, all -> Condition.oneOf(column, all, Unknown.FAILS));
  }

  private static void texts(
      Given given,
      List<Constraint> constraints,
      DapParameter parameter,
      Function<List<String>, Condition> condition) {
    add(constraints, parameter, List.copyOf(given.all(parameter)), condition);
  }

  /** States are kept as {@code /I/Q/} (ObsCore-1.1 4.22). */
  private static Condition polarised(List<String> states) {
    return Condition.containsIgnoringCase(
        ObsCoreColumn.POL_STATES, states.stream().map(state -> "/" + state.strip() + "/").toList());
  }

  private static Interval numberOrInterval(DapParameter parameter, String text) {
    OptionalDouble number = SsaNumber.parse(text);
    return number.isPresent()
        ? new Interval(number.getAsDouble(), number.getAsDouble())
        : Interval.parse(parameter.name(), text);
  }

  private static Interval level(String text) {
    if (!text.strip().matches("[0-4]")) {
      throw ParameterFaults.of(CALIB.name(), text, "a level of calibration, 0 to 4");
    }
    double level = Double.parseDouble(text.strip());
    return new Interval(level, level);
  }

  /** Two dates; one that leaves something open stands for its first or last moment. */
  private static Interval dates(String text) {
    String[] ends = text.strip().split("\\s+");
    if (text.length() > LONGEST_DATES || ends.length != 2) {
      throw ParameterFaults.of(
          RELEASEDATE.name(), text, "two dates 'lo hi', -Inf and +Inf for none");
    }
    Interval low = date(ends[0]);
    Interval high = date(ends[1]);
    if (low.lo() > high.hi()) {
      throw ParameterFaults.of(RELEASEDATE.name(), text, "the earlier date first");
    }
    return new Interval(low.lo(), high.hi());
  }

  private static Interval date(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "-inf", "+inf", "inf" -> Interval.ALL;
      default -> {
        List<RangeList.Item> items = RangeList.ofDates(RELEASEDATE.name(), text).items();
        if (items.size() != 1 || text.indexOf('/') >= 0) {
          throw ParameterFaults.of(RELEASEDATE.name(), text, "a date, yyyy-mm-dd[Thh:mm:ss]");
        }
        yield items.get(0).interval();
      }
    };
  }

  /** Files are FITS; a spectrum can be had as VOTable, too. */
  private static List<Product> products(Set<String> formats) {
    if (formats.isEmpty()) {
      return List.of(Product.FITS);
    }
    Set<Product> products = new LinkedHashSet<>(SsaFormat.products(formats));
    products.removeAll(Set.of(Product.NATIVE, Product.GRAPHIC));
    return List.copyOf(products);
  }
}
