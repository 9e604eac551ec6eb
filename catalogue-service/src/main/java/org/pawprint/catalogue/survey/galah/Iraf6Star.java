package org.pawprint.catalogue.survey.galah;

import static org.pawprint.core.obscore.ObsCoreColumn.BIB_REFERENCE;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pawprint.catalogue.survey.DataPaper;
import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.LoadedSpectrum;
import org.pawprint.catalogue.survey.SubtractedSky;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.catalogue.survey.twodfdr.HermesArm;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.SkyPlace;
import org.pawprint.core.spectrum.Spectrum;

/** Reads one file of pipeline 6; for one thread, once. */
final class Iraf6Star {
  static final String ERRORS = "relative_error";
  static final String NORMALISED = "normalized";
  private static final String SKY = "sky";
  private static final String PROFILE = "resolution_profile";

  private final FitsFile fits;
  private final HermesArm arm;
  private final Iraf6Header header;
  private final ObsCoreRow common;
  private final Findings findings = new Findings();
  private final float @Nullable [] relative;

  Iraf6Star(SurveyFile file) {
    this.fits = file.fits();
    this.header = new Iraf6Header(fits.primary().header());
    this.arm = HermesArm.required(header.cards());
    StarIdentity identity = StarIdentity.of(file, arm);
    ObsCoreRow.Builder row =
        StarRow.common(header.cards(), arm, identity, StarExposure.ofMean(header.cards()))
            .set(BIB_REFERENCE, DataPaper.GALAH_DR4.bibcode());
    header.describe(row, identity);
    this.common = row.build();
    this.relative = relative();
  }

  /** Where the errors are not on the pixels of the flux, spectra are catalogued without any. */
  private float @Nullable [] relative() {
    FitsHdu hdu = fits.hdu(ERRORS).orElseThrow();
    Optional<float[]> errors = findings.attempt(hdu, () -> hdu.floatRow(0));
    if (errors.isPresent() && errors.get().length != fits.primary().shape()[0]) {
      findings.reject(hdu, "its pixels are not those of the flux");
      return null;
    }
    return errors.orElse(null);
  }

  LoadedFile load() {
    FitsHdu flux = fits.primary();
    findings.add(
        flux,
        () -> {
          ArmImage image = ArmImage.of(flux, arm);
          return StarRow.flux(row(image), arm, spectrum(image, header.fluxUnit()), sky(image));
        });
    fits.hdu(NORMALISED).ifPresent(hdu -> findings.add(hdu, () -> normalised(hdu)));
    return findings.file();
  }

  /** On the pixels of the flux and in its counts: the two add up to what the fibre saw. */
  private Optional<SkyPlace> sky(ArmImage image) {
    return fits.hdu(SKY)
        .filter(hdu -> isOnPixelsOf(image, hdu))
        .flatMap(hdu -> SubtractedSky.in(hdu, 0, image.length()));
  }

  private boolean isOnPixelsOf(ArmImage image, FitsHdu hdu) {
    try {
      return ArmImage.of(hdu, arm).matches(image);
    } catch (UnreadableFits | IllegalArgumentException e) {
      return false;
    }
  }

  private LoadedSpectrum normalised(FitsHdu hdu) {
    ArmImage image = ArmImage.of(hdu, arm);
    return StarRow.normalised(row(image), arm, spectrum(image, ""));
  }

  private Spectrum spectrum(ArmImage image, String unit) {
    float[] errors = relative;
    // Cloned, since the pixels take the array over.
    return image
        .pixels(errors != null && errors.length == image.length() ? errors.clone() : null)
        .on(image.axis(), Medium.AIR, header.frame(), unit);
  }

  private ObsCoreRow.Builder row(ArmImage image) {
    ObsCoreRow.Builder row = common.toBuilder();
    Optional<LineProfile> profile =
        fits.hdu(PROFILE).filter(ArmImage::isSpectrum).flatMap(hdu -> LineProfile.of(hdu, image));
    if (profile.isPresent()) {
      profile.get().describe(row);
    } else {
      StarRow.nominalResolution(row, header.cards(), image.axis());
    }
    return row;
  }
}
