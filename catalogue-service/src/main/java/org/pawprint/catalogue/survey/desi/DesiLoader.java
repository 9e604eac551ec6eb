package org.pawprint.catalogue.survey.desi;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.LoadedSpectrum;
import org.pawprint.catalogue.survey.LoaderFacts;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.catalogue.survey.SurveyLoader;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.FitsTable;
import org.pawprint.core.fits.HduKind;
import org.pawprint.core.spectrum.Spectrum;

/**
 * coadd files of DESI: many targets, each in the arms b, r and z.
 *
 * <ul>
 *   <li>Data model: desidatamodel.readthedocs.io, {@code
 *       healpix/…/coadd-SURVEY-PROGRAM-PIXNUM.html} and {@code
 *       tiles/…/coadd-SPECTROGRAPH-TILEID-GROUPID.html}.
 *   <li>HDUs, by name, in any order: FIBERMAP with a row per target; EXP_FIBERMAP with one per
 *       exposure; {@code _WAVELENGTH}, {@code _FLUX}, {@code _IVAR} and {@code _MASK} of each arm.
 *   <li>Wavelength: ångström in vacuum, one linear grid per arm; the pipeline extracts on a grid
 *       shifted to the solar system's barycentre (desispec, option {@code
 *       --barycentric-correction}).
 *   <li>Flux: BUNIT, {@code 10**-17 erg/(s cm2 Angstrom)}; error: inverse variance, 0 for none.
 *   <li>Mask: any bit excludes.
 * </ul>
 *
 * <p>Redshifts are in Redrock's own files and come by a catalogue join on TARGETID.
 */
public final class DesiLoader implements SurveyLoader {
  private static final String TARGET = "TGT";

  @Override
  public String name() {
    return "desi";
  }

  @Override
  public int revision() {
    return 1;
  }

  @Override
  public String defaultCollection() {
    return "desi";
  }

  @Override
  public LoaderFacts facts() {
    return new LoaderFacts(
        "DESI coadd files, by healpix or tile: many targets, arms b, r and z",
        "a table FIBERMAP with TARGETID and COADD_NUMEXP; B_, R_ or Z_ WAVELENGTH, FLUX and IVAR",
        "vacuum",
        "barycentric",
        "inverse variance",
        "desidatamodel.readthedocs.io, coadd");
  }

  @Override
  public boolean recognises(FitsFile fits) {
    return fibermap(fits) != null
        && List.of("B", "R", "Z", "BRZ").stream()
            .anyMatch(
                arm ->
                    fits.hdu(arm + "_WAVELENGTH").isPresent()
                        && fits.hdu(arm + "_FLUX").isPresent()
                        && fits.hdu(arm + "_IVAR").isPresent());
  }

  /** The table of targets; spectra files, which hold single exposures, lack the COADD columns. */
  private static @Nullable FitsTable fibermap(FitsFile fits) {
    return fits.hdu("FIBERMAP")
        .filter(hdu -> hdu.kind() == HduKind.BINTABLE)
        .map(FitsHdu::table)
        .filter(table -> table.has("TARGETID") && table.has("TARGET_RA") && table.has("OBJTYPE"))
        .filter(table -> table.has("COADD_NUMEXP"))
        .orElse(null);
  }

  @Override
  public LoadedFile load(SurveyFile file) {
    FitsTable targets = Objects.requireNonNull(fibermap(file.fits()));
    List<DesiArm> arms = DesiArm.in(file.fits(), targets.rows());
    DesiRows rows = new DesiRows(file.fits(), targets);
    List<LoadedSpectrum> spectra = new ArrayList<>();
    List<String> rejected = new ArrayList<>();
    int others = 0;
    for (int row = 0; row < targets.rows(); row++) {
      if (targets.text("OBJTYPE", row).filter(TARGET::equals).isEmpty()) {
        others++;
        continue;
      }
      for (DesiArm arm : arms) {
        String name = arm.name() + "-" + rows.targetId(row);
        try {
          Spectrum spectrum = arm.spectrum(row);
          spectra.add(new LoadedSpectrum(name, rows.row(row, arm, spectrum), spectrum));
        } catch (IllegalArgumentException e) {
          rejected.add("row %d (%s): %s".formatted(row + 1, name, e.getMessage()));
        }
      }
    }
    return new LoadedFile(spectra, others, rejected);
  }
}
