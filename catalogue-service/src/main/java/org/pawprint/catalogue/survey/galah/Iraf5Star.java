package org.pawprint.catalogue.survey.galah;

import static org.pawprint.core.obscore.ObsCoreColumn.BIB_REFERENCE;
import static org.pawprint.core.obscore.ObsCoreColumn.RV;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pawprint.catalogue.survey.DataPaper;
import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.LoadedSpectrum;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.catalogue.survey.twodfdr.HermesArm;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.VelocityFrame;

/** Reads one file of pipeline 5; for one thread, once. */
final class Iraf5Star {
  static final String ERRORS = "input_sigma";

  /** The released files leave the HDU without a name. */
  private static final Set<String> NORMALISED = Set.of("", "normalised", "normalized");

  private static final String FLUX_UNIT = "count";

  private final FitsFile fits;
  private final HermesArm arm;
  private final ObsCoreRow.Builder common;
  private final Findings findings = new Findings();

  Iraf5Star(SurveyFile file) {
    this.fits = file.fits();
    this.arm = HermesArm.required(fits.primary().header());
    this.common =
        StarRow.common(
                fits.primary().header(),
                arm,
                StarIdentity.of(file, arm),
                StarExposure.ofFirst(fits.primary().header()))
            .set(BIB_REFERENCE, DataPaper.GALAH_DR3.bibcode());
    StarRow.placeInField(common, fits.primary().header());
  }

  LoadedFile load() {
    Optional<ArmImage> flux = image(fits.primary());
    Optional<ArmImage> normalised = normalised().flatMap(this::image);
    Optional<RestShift> shift = flux.flatMap(f -> normalised.flatMap(n -> RestShift.between(f, n)));
    shift.filter(s -> !s.isNone()).ifPresent(s -> common.set(RV, s.kmPerS()));
    Optional<float[]> relative = flux.flatMap(this::relative);
    flux.ifPresent(image -> findings.add(image.hdu(), () -> flux(image, relative.orElse(null))));
    normalised.ifPresent(
        image -> findings.add(image.hdu(), () -> normalised(image, shift, relative)));
    return findings.file();
  }

  private Optional<ArmImage> image(FitsHdu hdu) {
    return findings.attempt(hdu, () -> ArmImage.of(hdu, arm));
  }

  private Optional<FitsHdu> normalised() {
    return fits.hdus().stream()
        .filter(ArmImage::isSpectrum)
        .filter(hdu -> NORMALISED.contains(hdu.name().toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** Where the errors are not on the pixels of the flux, spectra are catalogued without any. */
  private Optional<float[]> relative(ArmImage flux) {
    FitsHdu hdu = fits.hdu(ERRORS).orElseThrow();
    Optional<ArmImage> errors = image(hdu);
    if (errors.isPresent() && !errors.get().matches(flux)) {
      findings.reject(hdu, "its pixels are not those of the flux");
      return Optional.empty();
    }
    return errors.map(image -> hdu.floatRow(0));
  }

  private LoadedSpectrum flux(ArmImage image, float @Nullable [] relative) {
    // The normalised spectrum needs the relative errors, which the pixels take over.
    Spectrum spectrum =
        image
            .pixels(relative == null ? null : relative.clone())
            .on(image.axis(), Medium.AIR, VelocityFrame.BARYCENTRIC, FLUX_UNIT);
    return StarRow.flux(row(image), arm, spectrum, Optional.empty());
  }

  private LoadedSpectrum normalised(
      ArmImage image, Optional<RestShift> shift, Optional<float[]> relative) {
    Optional<float[]> its =
        relative.flatMap(errors -> shift.flatMap(s -> s.cut(errors, image.length())));
    VelocityFrame frame =
        shift.filter(RestShift::isNone).isPresent()
            ? VelocityFrame.BARYCENTRIC
            : VelocityFrame.SOURCE;
    Spectrum spectrum = image.pixels(its.orElse(null)).on(image.axis(), Medium.AIR, frame, "");
    return StarRow.normalised(row(image), arm, spectrum);
  }

  private ObsCoreRow.Builder row(ArmImage image) {
    ObsCoreRow.Builder row = common.build().toBuilder();
    StarRow.nominalResolution(row, fits.primary().header(), image.axis());
    return row;
  }
}
