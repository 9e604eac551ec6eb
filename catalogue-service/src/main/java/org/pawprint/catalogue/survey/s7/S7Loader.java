package org.pawprint.catalogue.survey.s7;

import static org.pawprint.core.obscore.ObsCoreColumn.ARM;
import static org.pawprint.core.obscore.ObsCoreColumn.BAND_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.CALIB_LEVEL;
import static org.pawprint.core.obscore.ObsCoreColumn.DATAPRODUCT_SUBTYPE;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_CALIB_STATUS;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_RES_POWER;
import static org.pawprint.core.obscore.ObsCoreColumn.FACILITY_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.INSTRUMENT_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.OBS_ID;
import static org.pawprint.core.obscore.ObsCoreColumn.O_CALIB_STATUS;
import static org.pawprint.core.obscore.ObsCoreColumn.O_UCD;
import static org.pawprint.core.obscore.ObsCoreColumn.PIPELINE;
import static org.pawprint.core.obscore.ObsCoreColumn.TARGET_NAME;

import java.util.List;
import org.pawprint.catalogue.survey.LoadedCube;
import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.LoaderFacts;
import org.pawprint.catalogue.survey.RowDerivation;
import org.pawprint.catalogue.survey.SpectralCube;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.catalogue.survey.SurveyLoader;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.ErrorKind;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.VelocityFrame;

/**
 * Cubes of S7, the Siding Spring Southern Seyfert Spectroscopic Snapshot Survey, one per galaxy and
 * arm of WiFeS.
 *
 * <ul>
 *   <li>Data model: Thomas et al. 2017, ApJS 232, 11 (DR2), and the layout of PyWiFeS' cubes; the
 *       release describes no cards.
 *   <li>HDUs: primary flux, then variance; data quality is ignored.
 *   <li>Wavelength: ångström in air, linear, the first plane at CRVAL3; topocentric unless SPECSYS
 *       says otherwise.
 *   <li>Flux: BUNIT; erg/s/cm²/Å/arcsec² where it is silent.
 *   <li>Error: variance.
 *   <li>Departures: no HDU is named, and there are no celestial coordinates but RA and DEC.
 * </ul>
 */
public final class S7Loader implements SurveyLoader {
  private static final String FLUX_UNIT = "erg/s/cm2/Angstrom/arcsec2";

  /** Blue ends at 5700 Å, red begins at 5400 Å; their middles are far from here. */
  private static final double BETWEEN = 5400;

  private static final double BLUE_RESOLVING_POWER = 3000;
  private static final double RED_RESOLVING_POWER = 7000;

  @Override
  public String name() {
    return "s7";
  }

  @Override
  public int revision() {
    return 1;
  }

  @Override
  public String defaultCollection() {
    return "s7_dr2";
  }

  @Override
  public LoaderFacts facts() {
    return new LoaderFacts(
        "S7 cubes of WiFeS",
        "INSTRUME WiFeS, CRVAL3 and CDELT3, and the first two HDUs cubes of one shape",
        "air",
        "topocentric unless SPECSYS says otherwise",
        "variance",
        "Thomas et al. 2017, ApJS 232, 11; PyWiFeS");
  }

  @Override
  public boolean recognises(FitsFile fits) {
    return S7Cube.in(fits).isPresent();
  }

  @Override
  public LoadedFile load(SurveyFile file) {
    S7Cube cube =
        S7Cube.in(file.fits())
            .orElseThrow(
                () ->
                    new UnreadableFits(
                        file.name(),
                        "",
                        "INSTRUME",
                        "no match",
                        "a cube of WiFeS and its variance"));
    SpectralAxis axis = cube.axis();
    boolean blue = (axis.first() + axis.last()) / 2 < BETWEEN;
    ObsCoreRow row = RowDerivation.complete(row(cube, blue), spectra(cube, axis));
    LoadedCube loaded = new LoadedCube((blue ? "blue" : "red") + "-cube", row);
    return new LoadedFile(List.of(), List.of(loaded), 0, List.of());
  }

  private static SpectralCube spectra(S7Cube cube, SpectralAxis axis) {
    FitsHeader header = cube.header();
    return new SpectralCube(
        axis,
        Medium.AIR,
        header.text("SPECSYS").flatMap(VelocityFrame::ofSpecsys).orElse(VelocityFrame.TOPOCENTRIC),
        header.text("BUNIT").orElse(FLUX_UNIT),
        ErrorKind.VARIANCE,
        cube.flux().columns(),
        cube.flux().rows());
  }

  private static ObsCoreRow row(S7Cube cube, boolean blue) {
    FitsHeader header = cube.header();
    String arm = blue ? "blue" : "red";
    ObsCoreRow.Builder row =
        ObsCoreRow.builder()
            .set(OBS_ID, header.requiredText("OBJECT"))
            .set(TARGET_NAME, header.requiredText("OBJECT"))
            .set(CALIB_LEVEL, 2)
            .set(DATAPRODUCT_SUBTYPE, "science")
            .set(FACILITY_NAME, "ANU 2.3m")
            .set(INSTRUMENT_NAME, "WiFeS")
            .set(ARM, arm)
            .set(BAND_NAME, arm)
            .set(PIPELINE, header.text("PYWIFES").map(v -> "PyWiFeS " + v).orElse(null))
            .set(EM_RES_POWER, blue ? BLUE_RESOLVING_POWER : RED_RESOLVING_POWER)
            .set(EM_CALIB_STATUS, "calibrated")
            .set(O_UCD, "phot.flux.density;em.wl")
            .set(O_CALIB_STATUS, "absolute");
    S7Field.of(cube).addTo(row);
    S7Times.of(header).addTo(row);
    return row.build();
  }
}
