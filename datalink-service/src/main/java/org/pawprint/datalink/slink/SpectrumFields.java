package org.pawprint.datalink.slink;

import java.util.ArrayList;
import java.util.List;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.spectrum.MaskBit;
import org.pawprint.core.votable.DataType;
import org.pawprint.core.votable.Field;

/**
 * The columns of a spectrum, so that readers plot the right ones: SPLAT-VO takes the first column
 * whose utype contains spectralaxis and fluxaxis (an error column also has fluxaxis, so flux comes
 * before it) unless a later one is marked meta.main, Firefly goes by utype and UCD, older readers
 * take the first two numeric columns. Quality therefore comes last and has no utype.
 */
public final class SpectrumFields {
  private SpectrumFields() {}

  /** Wavelength, flux, error where there is one, quality. */
  static List<Field> of(SpectrumFacts facts) {
    String unit = VoFluxUnit.parse(facts.row().text(ObsCoreColumn.O_UNIT).orElse("")).voUnits();
    String ucd = facts.row().text(ObsCoreColumn.O_UCD).orElse("phot.flux.density;em.wl");
    List<Field> fields = new ArrayList<>();
    fields.add(wavelength(facts));
    fields.add(
        Field.named("flux", DataType.FLOAT)
            .id("flux")
            .unit(unit)
            .ucd(ucd + ";meta.main")
            .utype("spec:Spectrum.Data.FluxAxis.Value")
            .description("Flux " + facts.origin() + "; empty where the survey has none")
            .build());
    if (facts.pixels().hasSigma()) {
      fields.add(
          Field.named("error", DataType.FLOAT)
              .id("error")
              .unit(unit)
              .ucd("stat.error;" + ucd)
              .utype("spec:Spectrum.Data.FluxAxis.Accuracy.StatError")
              .description("One standard deviation of the flux")
              .build());
    }
    fields.add(quality());
    return fields;
  }

  private static Field wavelength(SpectrumFacts facts) {
    return Field.named("wavelength", DataType.DOUBLE)
        .id("wavelength")
        .unit("Angstrom")
        .ucd("em.wl;meta.main")
        .utype("spec:Spectrum.Data.SpectralAxis.Value")
        .description(
            "Wavelength in %s %s, pixel centres, frame %s"
                .formatted(
                    facts.pixels().medium().word(),
                    facts.origin(),
                    facts.pixels().frame().specsys()))
        .build();
  }

  private static Field quality() {
    return Field.named("quality", DataType.UNSIGNED_BYTE)
        .id("quality")
        .ucd("meta.code.qual")
        .description(qualityBits())
        .build();
  }

  /** What the bits of a pixel's quality mean, for people. */
  public static String qualityBits() {
    StringBuilder bits = new StringBuilder("0 good; bits:");
    for (MaskBit bit : MaskBit.values()) {
      bits.append(' ').append(bit.bit()).append(' ').append(bit.meaning()).append(',');
    }
    bits.setLength(bits.length() - 1);
    return bits.toString();
  }
}
