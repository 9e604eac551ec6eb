package org.pawprint.datalink.http;

import java.util.Optional;
import org.pawprint.core.dali.DaliParameters;
import org.pawprint.core.dali.ParameterFaults;
import org.pawprint.core.identifier.PublisherDid;

/** The ID parameter: a publisher DID, or its alias without version. */
public final class SpectrumId {
  /** Name of the parameter. */
  public static final String PARAMETER = "ID";

  /** What would be right, for fault texts. */
  public static final String FORM =
      "a publisher DID, ivo://<authority>/<collection>?<obs_id>/<spectrum>[/<version>]";

  /** The longest DID worth reading. */
  public static final int MAX_LENGTH = 2000;

  private SpectrumId() {}

  /**
   * The one ID of a request that must have it.
   *
   * @throws ParameterFaults when there is none or several
   */
  public static String required(DaliParameters parameters) {
    return parameters.single(PARAMETER).orElseThrow(() -> ParameterFaults.of(PARAMETER, "", FORM));
  }

  /** Empty where the text is no DID of ours; to a client an ID is opaque, so that is unknown. */
  public static Optional<PublisherDid> parse(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      return Optional.of(PublisherDid.parse(text.trim()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
