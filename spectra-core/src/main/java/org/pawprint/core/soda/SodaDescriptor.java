package org.pawprint.core.soda;

import org.pawprint.core.votable.Param;
import org.pawprint.core.votable.ServiceDescriptor;
import org.pawprint.core.votable.VoTableMedia;

/** The cut-out service as it is described beside the spectra it can cut (DataLink-1.1 4). */
public final class SodaDescriptor {
  /** What pyvo looks for. */
  public static final String SYNC = "ivo://ivoa.net/std/SODA#sync-1.0";

  public static final String ASYNC = "ivo://ivoa.net/std/SODA#async-1.0";

  private SodaDescriptor() {}

  /**
   * @param id XML ID of the descriptor
   * @param data what the rows of the table are: spectra or cubes
   * @param accessUrl of the sync endpoint
   * @param columnId XML ID of the column that holds the DID
   */
  public static ServiceDescriptor sync(
      String id, SodaParameter.Scope data, String accessUrl, String columnId) {
    ServiceDescriptor.Builder service =
        ServiceDescriptor.service(id, accessUrl)
            .name(id)
            .description("Cuts, shifts, rebins, smooths, normalises and combines spectra")
            .standardId(SYNC)
            .contentType(VoTableMedia.VOTABLE);
    for (SodaParameter parameter : SodaParameter.values()) {
      if (parameter.appliesTo(data)) {
        service.input(input(parameter, columnId));
      }
    }
    return service.build();
  }

  private static Param input(SodaParameter parameter, String columnId) {
    return parameter == SodaParameter.ID
        ? ServiceDescriptor.Input.fromColumn(parameter.field(), columnId)
        : ServiceDescriptor.Input.fromUser(parameter.field());
  }
}
