package org.pawprint.datalink.object;

import java.util.Optional;
import org.pawprint.core.dali.DaliParameters;
import org.pawprint.core.dali.FaultCollector;
import org.pawprint.core.dali.ParameterFaults;
import org.pawprint.core.votable.VoTableMedia;
import org.pawprint.datalink.slink.ProductFormat;

/**
 * What a client of Data Central's form wants.
 *
 * @param object the survey's own name of it
 * @param collection a collection or part of its name, empty for any
 * @param index place in the list of spectra, from 0
 * @param band empty for any
 * @param format of the spectrum; empty for the links of it
 */
record ObjectRequest(
    String object,
    String collection,
    int index,
    String band,
    Optional<ProductFormat.Requested> format) {
  static final String ID = "ID";
  static final String DR = "DR";
  static final String IDX = "IDX";
  static final String FILT = "FILT";

  private static final String DATALINK = "datalink";

  /**
   * @throws ParameterFaults with everything that is wrong
   */
  static ObjectRequest of(DaliParameters parameters) {
    FaultCollector faults = new FaultCollector();
    String object = faults.attempt(() -> object(parameters), "");
    String collection = faults.attempt(() -> text(parameters, DR), "");
    int index = faults.attempt(() -> index(text(parameters, IDX)), 0);
    String band = faults.attempt(() -> text(parameters, FILT), "");
    Optional<ProductFormat.Requested> format =
        faults.attempt(() -> format(text(parameters, ProductFormat.PARAMETER)), Optional.empty());
    faults.throwIfAny();
    return new ObjectRequest(object, collection, index, band, format);
  }

  private static String text(DaliParameters parameters, String name) {
    return parameters.single(name).map(String::strip).orElse("");
  }

  private static String object(DaliParameters parameters) {
    String object = text(parameters, ID);
    if (object.isEmpty() || object.indexOf('\0') >= 0) {
      throw ParameterFaults.of(
          ID, object.replace('\0', '?'), "the survey's name of an object, e.g. a sobject_id");
    }
    return object;
  }

  private static int index(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    if (!text.matches("\\d{1,9}")) {
      throw ParameterFaults.of(IDX, text, "a whole number from 0");
    }
    return Integer.parseInt(text);
  }

  private static Optional<ProductFormat.Requested> format(String text) {
    if (text.equalsIgnoreCase(DATALINK)
        || text.replace(' ', '+').equalsIgnoreCase(VoTableMedia.DATALINK)) {
      return Optional.empty();
    }
    return Optional.of(
        ProductFormat.parse(text.isEmpty() ? ProductFormat.VOTABLE.shortName() : text, DATALINK));
  }
}
