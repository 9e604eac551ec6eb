package org.pawprint.standalone.httpfuzz;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pawprint.core.soda.SodaParameter;
import org.pawprint.ssa.query.Protocol;
import org.pawprint.ssa.query.QueryParameter;

/**
 * A public path, what may be asked of it, and the form in which it says no.
 *
 * @param onSearchPort whether ssa-api serves it, else datalink-service
 * @param parameters by name, each with a value that is right
 */
record Endpoint(
    String path, boolean onSearchPort, Map<String, String> parameters, FaultForm faultForm) {

  /** How a protocol reports a fault. */
  enum FaultForm {
    /** A VOTable whose QUERY_STATUS is ERROR (SSA-1.1 8.10, DALI-1.1 4.4). */
    VOTABLE,
    /** Text that begins with the name of a fault (DataLink-1.1 3.4, SODA-1.0 5). */
    TEXT
  }

  private static final List<String> REQUIRED = List.of("REQUEST", "ID");

  private static final Map<String, String> SSA_VALUES =
      Map.ofEntries(
          Map.entry("REQUEST", "queryData"),
          Map.entry("VERSION", "1.1"),
          Map.entry("POS", "150.1,-2.2"),
          Map.entry("SIZE", "0.5"),
          Map.entry("BAND", "4e-7/5e-7"),
          Map.entry("TIME", "2016/2017"),
          Map.entry("FORMAT", "fits,votable"),
          Map.entry("SNR", "3"),
          Map.entry("SPECRP", "1000"),
          Map.entry("SPATRES", "1"),
          Map.entry("TIMERES", "1e5"),
          Map.entry("REDSHIFT", "0/1"),
          Map.entry("FLUXCALIB", "any"),
          Map.entry("WAVECALIB", "relative"),
          Map.entry("MTIME", "2020/"),
          Map.entry("MAXREC", "20"),
          Map.entry("TOP", "5"),
          Map.entry("BANDREST", "3e-7/4e-7"),
          Map.entry("RESPONSEFORMAT", "votable"),
          Map.entry("COMPRESS", "true"),
          Map.entry("PAGE", ""));

  private static final Map<String, String> DAP_VALUES =
      Map.ofEntries(
          Map.entry("POS", "CIRCLE 150.1 -2.2 1"),
          Map.entry("BAND", "4e-7 5e-7"),
          Map.entry("TIME", "57000 58000"),
          Map.entry("FOV", "0 1"),
          Map.entry("SPATRES", "0 5"),
          Map.entry("SPECRP", "0 +Inf"),
          Map.entry("EXPTIME", "0 1e6"),
          Map.entry("TIMERES", "0 1e6"),
          Map.entry("CALIB", "2"),
          Map.entry("DPTYPE", "spectrum"),
          Map.entry("REDSHIFT", "0 1"),
          Map.entry("RELEASEDATE", "2000 2030"),
          Map.entry("PAGE", ""),
          Map.entry("MAXREC", "20"),
          Map.entry("RESPONSEFORMAT", "votable"));

  private static final Map<String, String> SODA_VALUES =
      Map.ofEntries(
          Map.entry("COMPONENT", "SKY"),
          Map.entry("BAND", "4.5e-7 5e-7"),
          Map.entry("FRAME", "REST"),
          Map.entry("REDSHIFT", "0.1"),
          Map.entry("MEDIUM", "VACUUM"),
          Map.entry("REBIN", "4500 5000 2"),
          Map.entry("SMOOTH", "GAUSS 3"),
          Map.entry("NORMALISE", "MEDIAN"),
          Map.entry("FORMAT", "fits"),
          Map.entry("CIRCLE", "150 -2 0.1"),
          Map.entry("POS", "CIRCLE 150 -2 0.1"),
          Map.entry("SPAXEL", "1 1"));

  /**
   * All public paths.
   *
   * @param did of a spectrum that is there
   */
  static List<Endpoint> all(String did) {
    return List.of(
        search(Protocol.SSA, SSA_VALUES),
        search(Protocol.DAP, DAP_VALUES),
        data("/vo/datalink/links", Map.of("ID", did, "RESPONSEFORMAT", "votable")),
        data("/vo/slink", Map.of("ID", did, "RESPONSEFORMAT", "fits")),
        data("/vo/original", Map.of("ID", did)),
        data("/vo/original/header", Map.of("ID", did)),
        data("/vo/preview", Map.of("ID", did, "SIZE", "160x80")),
        data("/vo/spectra", Map.of("ID", did, "RESPONSEFORMAT", "tar")),
        data(
            "/vo/spectra",
            Map.of("QUERY", "MAXREC=2", "GRID", "5000 6000 5", "RESPONSEFORMAT", "fits")),
        data(
            "/vo/slink/links",
            Map.of("ID", "x", "DR", "x", "IDX", "0", "FILT", "B", "RESPONSEFORMAT", "fits")),
        soda(did));
  }

  private static Endpoint soda(String did) {
    Map<String, String> all = new TreeMap<>();
    for (SodaParameter parameter : SodaParameter.values()) {
      all.put(parameter.name(), SODA_VALUES.getOrDefault(parameter.name(), ""));
    }
    all.put(SodaParameter.ID.name(), did);
    return data("/vo/soda/sync", all);
  }

  private static Endpoint search(Protocol protocol, Map<String, String> right) {
    Map<String, String> all = new TreeMap<>();
    for (QueryParameter parameter : protocol.parameters()) {
      all.put(parameter.name(), right.getOrDefault(parameter.name(), "x"));
    }
    return new Endpoint(protocol.path(), true, all, FaultForm.VOTABLE);
  }

  private static Endpoint data(String path, Map<String, String> parameters) {
    return new Endpoint(path, false, parameters, FaultForm.TEXT);
  }

  /** Whether a request without it cannot succeed. */
  static boolean isRequired(String parameter) {
    return REQUIRED.contains(parameter);
  }
}
