package org.pawprint.ssa.query;

import java.util.List;
import org.pawprint.core.votable.Info;

/** The ways to ask the one search: the same rows, other words. */
public enum Protocol {
  /** Simple Spectral Access 1.1. */
  SSA(
      "/vo/ssa/query",
      "ivo://ivoa.net/std/SSA",
      List.of(Info.of("SERVICE_PROTOCOL", "1.1", "SSAP")),
      SsaParameter.values()),
  /** The vocabulary of SIA 2.0, which the Data Access Protocol goes on with, for any product. */
  DAP("/vo/dap/query", "ivo://ivoa.net/std/SIA#query-2.0", List.of(), DapParameter.values());

  private final String path;
  private final String standardId;
  private final List<Info> infos;
  private final List<QueryParameter> parameters;

  Protocol(String path, String standardId, List<Info> infos, QueryParameter... parameters) {
    this.path = path;
    this.standardId = standardId;
    this.infos = infos;
    this.parameters = List.of(parameters);
  }

  /** That of a request's path; SSA for one of neither. */
  public static Protocol at(String path) {
    return path.equals(DAP.path) ? DAP : SSA;
  }

  public String path() {
    return path;
  }

  /** By which clients know the protocol; DAP, a draft, has none and goes by that of SIA 2.0. */
  public String standardId() {
    return standardId;
  }

  /** What an answer says of the protocol. */
  public List<Info> infos() {
    return infos;
  }

  public List<QueryParameter> parameters() {
    return parameters;
  }
}
