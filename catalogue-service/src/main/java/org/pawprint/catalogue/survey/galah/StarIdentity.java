package org.pawprint.catalogue.survey.galah;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.catalogue.survey.twodfdr.HermesArm;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.identifier.Sha256;

/**
 * Which star in which observation. The four files of a star share it.
 *
 * <p>{@code obs_id} is the sobject_id where the file is named by it and nothing in the file speaks
 * against that, else {@code star-1f0c…}: twelve digits of the SHA-256 of the cards that tell star
 * and exposures, and of the flux where no card tells the star (pipeline 5).
 *
 * @param obsId key of the observation
 * @param sobjectId where it is known
 */
record StarIdentity(String obsId, Optional<SobjectId> sobjectId) {
  private static final int DIGITS = 12;
  private static final List<String> TELLING =
      List.of("GALAH_ID", "OBJ_NAME", "PIVOT", "CFG_FILE", "UTMJD");

  static StarIdentity of(SurveyFile file, HermesArm arm) {
    FitsHdu primary = file.fits().primary();
    Optional<SobjectId> named =
        SobjectId.ofFileName(file.name(), arm.camera())
            .filter(id -> isOfPivot(id, primary.header()));
    return new StarIdentity(
        named.map(SobjectId::digits).orElseGet(() -> "star-" + digest(primary, arm)), named);
  }

  private static boolean isOfPivot(SobjectId id, FitsHeader header) {
    OptionalLong pivot = header.integer("PIVOT");
    return pivot.isEmpty() || id.overEpochs() || pivot.getAsLong() == id.pivot();
  }

  private static String digest(FitsHdu primary, HermesArm arm) {
    FitsHeader header = primary.header();
    List<String> telling = new ArrayList<>();
    TELLING.forEach(key -> telling.add(key + "=" + header.text(key).orElse("")));
    telling.addAll(StarExposure.inputs(header));
    if (!header.has("PIVOT")) {
      telling.add(arm.name() + "=" + fluxDigest(primary));
    }
    byte[] text = String.join("\n", telling).getBytes(StandardCharsets.UTF_8);
    return Sha256.of(text).hex().substring(0, DIGITS);
  }

  private static String fluxDigest(FitsHdu primary) {
    float[] flux = primary.floatRow(0);
    ByteBuffer bytes = ByteBuffer.allocate(flux.length * Float.BYTES);
    bytes.asFloatBuffer().put(flux);
    return Sha256.of(bytes.array()).hex();
  }
}
