package org.pawprint.datalink;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.identifier.PublisherDid;
import org.pawprint.core.identifier.ReductionVersion;
import org.pawprint.core.identifier.Sha256;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.ErrorKind;
import org.pawprint.core.spectrum.LinearAxis;
import org.pawprint.core.spectrum.LogAxis;
import org.pawprint.core.spectrum.MaskBit;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.TabulatedAxis;
import org.pawprint.core.spectrum.VelocityFrame;
import org.pawprint.store.catalogue.StoredAxis;
import org.pawprint.store.catalogue.StoredPixels;
import org.pawprint.store.catalogue.StoredSpectrum;
import org.pawprint.store.file.SegmentSlice;

/** Spectra of the three kinds of axis, with and without errors; pixel 3 is blank in each. */
public final class SampleSpectra {
  public static final int PIXELS = 300;
  public static final int BLANK = 3;

  private SampleSpectra() {}

  /** Counts, linear axis in air, errors; λ(p) = 3700 + 1.04·(p − 1) Å. */
  public static Spectrum blue() {
    return spectrum(new LinearAxis(1, 3700, 1.04, PIXELS), true, "count");
  }

  /** Flux-calibrated, tabulated axis, errors; λ(p) = 5700 + 1.5·(p − 1) + 0.0001·(p − 1)² Å. */
  public static Spectrum red() {
    double[] angstrom = new double[PIXELS];
    for (int i = 0; i < PIXELS; i++) {
      angstrom[i] = 5700 + 1.5 * i + 0.0001 * i * i;
    }
    return spectrum(new TabulatedAxis(angstrom), true, "1e-17 erg/s/cm2/Angstrom");
  }

  /** Log axis from 10^3.58 Å by 0.0001 dex, no errors. */
  public static Spectrum logarithmic() {
    return spectrum(new LogAxis(1, 3.58, 0.0001, PIXELS), false, "1e-16 erg / (Angstrom cm2 s)");
  }

  /** Flux of a pixel, where it is not blank. */
  public static float flux(int pixel) {
    return (float) (100 * Math.sin(pixel / 10.0));
  }

  private static Spectrum spectrum(SpectralAxis axis, boolean hasSigma, String unit) {
    float[] flux = new float[PIXELS];
    float[] sigma = new float[PIXELS];
    byte[] mask = new byte[PIXELS];
    for (int i = 0; i < PIXELS; i++) {
      flux[i] = flux(i);
      sigma[i] = 1 + i / 1000f;
    }
    flux[BLANK] = Float.NaN;
    sigma[BLANK] = Float.NaN;
    mask[BLANK] = (byte) MaskBit.BLANK.bit();
    return new Spectrum(
        axis,
        Medium.AIR,
        VelocityFrame.HELIOCENTRIC,
        flux,
        hasSigma ? sigma : null,
        mask,
        unit,
        hasSigma ? ErrorKind.VARIANCE : ErrorKind.NONE);
  }

  /** A row for such a spectrum; the DID is set where it is archived. */
  public static ObsCoreRow.Builder row(
      Spectrum spectrum, String obsId, String arm, int pivot, String target) {
    return ObsCoreRow.builder()
        .set(ObsCoreColumn.DATAPRODUCT_TYPE, "spectrum")
        .set(ObsCoreColumn.CALIB_LEVEL, 2)
        .set(ObsCoreColumn.OBS_COLLECTION, TestArchive.COLLECTION)
        .set(ObsCoreColumn.OBS_ID, obsId)
        .set(ObsCoreColumn.ALT_OBS_ID, "DES_X3_p0-" + pivot)
        .set(ObsCoreColumn.OBS_TITLE, target + " <" + arm + " & " + pivot + ">")
        .set(ObsCoreColumn.TARGET_NAME, target)
        .set(ObsCoreColumn.S_RA, 36.45)
        .set(ObsCoreColumn.S_DEC, -4.6)
        .set(ObsCoreColumn.S_FOV, 2.1 / 3600)
        .set(ObsCoreColumn.T_MIN, 61345.5)
        .set(ObsCoreColumn.T_MAX, 61345.52)
        .set(ObsCoreColumn.T_MIDPOINT, 61345.51)
        .set(ObsCoreColumn.T_EXPTIME, 1700.0)
        .set(ObsCoreColumn.EM_MIN, spectrum.axis().first() * 1e-10)
        .set(ObsCoreColumn.EM_MAX, spectrum.axis().last() * 1e-10)
        .set(
            ObsCoreColumn.EM_MIDPOINT,
            (spectrum.axis().first() + spectrum.axis().last()) / 2 * 1e-10)
        .set(ObsCoreColumn.EM_XEL, (long) spectrum.length())
        .set(ObsCoreColumn.EM_UCD, "em.wl")
        .set(ObsCoreColumn.EM_UNIT, "Angstrom")
        .set(ObsCoreColumn.O_UCD, "phot.flux.density;em.wl")
        .set(ObsCoreColumn.O_UNIT, spectrum.fluxUnit())
        .set(ObsCoreColumn.FACILITY_NAME, "Anglo-Australian Telescope")
        .set(ObsCoreColumn.INSTRUMENT_NAME, "AAOmega-2dF")
        .set(ObsCoreColumn.OBS_CREATION_DATE, Instant.parse("2026-11-22T09:59:00.5Z"))
        .set(ObsCoreColumn.DATA_RIGHTS, "public")
        .set(ObsCoreColumn.ARM, arm)
        .set(ObsCoreColumn.BAND_NAME, arm)
        .set(ObsCoreColumn.FIBRE, pivot - 1)
        .set(ObsCoreColumn.PIVOT, pivot)
        .set(ObsCoreColumn.SPECTRAL_MEDIUM, spectrum.medium().word())
        .set(ObsCoreColumn.SPECSYS, spectrum.frame().specsys())
        .set(ObsCoreColumn.ERROR_KIND, spectrum.errorKind().term())
        .set(ObsCoreColumn.QUALITY_FLAGS, 0);
  }

  /** As the catalogue would give it back, for tests without one. */
  public static StoredSpectrum stored(Spectrum spectrum) {
    PublisherDid did =
        PublisherDid.parse(
            "ivo://pawprint.test/aat_archive?20261101-BL-0012/blue-120/0123456789ab");
    ObsCoreRow row =
        row(spectrum, did.obsId(), "blue", 120, "SN 2026abc")
            .set(ObsCoreColumn.OBS_PUBLISHER_DID, did.toString())
            .set(ObsCoreColumn.LAST_MODIFIED, Instant.parse("2026-11-22T10:00:00Z"))
            .build();
    float @Nullable [] sigma = spectrum.sigma();
    return new StoredSpectrum(
        1,
        did,
        StoredSpectrum.State.CURRENT,
        Optional.empty(),
        new ReductionVersion(Optional.of(1L), Optional.empty(), Sha256.of(new byte[0]), 1),
        row,
        Optional.of(
            new StoredPixels(
                new SegmentSlice(
                    "a.fits",
                    0,
                    spectrum.length(),
                    sigma != null,
                    spectrum.axis() instanceof TabulatedAxis),
                StoredAxis.of(spectrum.axis()),
                Optional.empty())),
        "31oct10012red.fits");
  }
}
