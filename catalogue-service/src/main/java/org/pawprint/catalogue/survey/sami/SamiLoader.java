package org.pawprint.catalogue.survey.sami;

import java.util.List;
import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.LoadedSpectrum;
import org.pawprint.catalogue.survey.LoaderFacts;
import org.pawprint.catalogue.survey.Pixels;
import org.pawprint.catalogue.survey.SpectralWcs;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.catalogue.survey.SurveyLoader;
import org.pawprint.catalogue.survey.WavelengthUnit;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.VelocityFrame;

/**
 * Cubes and spectra of the SAMI Galaxy Survey: the primary cubes, the binned ones, with a spectrum
 * for each annulus and sector, and the spectra of apertures.
 *
 * <ul>
 *   <li>Data model: Data Central, SAMI DR2 and DR3, "Core data products".
 *   <li>HDUs: the primary image (cube or spectrum), VARIANCE, and BIN_MASK of a binned cube;
 *       WEIGHT, COVAR, QC and DUST are ignored.
 *   <li>Wavelength: ångström, linear about a reference pixel in mid-array, centre of the pixel; in
 *       air, as 2dfdr calibrates, and topocentric unless SPECSYS says otherwise.
 *   <li>Flux: BUNIT; 10⁻¹⁶ erg/s/cm²/Å per spaxel where it is silent (DR3 page).
 *   <li>Error: variance; zero or below means none.
 *   <li>Blanks: NaN. There is no mask of bad pixels.
 *   <li>Departures: the extensions repeat neither units nor coordinates; maps of lines and
 *       kinematics have a card EXTEND too many, and are not ours.
 * </ul>
 */
public final class SamiLoader implements SurveyLoader {
  private static final String FLUX_UNIT = "10**(-16) erg /s /cm**2 /angstrom /pixel";

  @Override
  public String name() {
    return "sami";
  }

  @Override
  public int revision() {
    return 1;
  }

  @Override
  public String defaultCollection() {
    return "sami_dr3";
  }

  @Override
  public LoaderFacts facts() {
    return new LoaderFacts(
        "SAMI cubes (plain, adaptive, annular, sectors), with a spectrum per annulus and sector; aperture spectra",
        "INSTRUME has SAMI, the primary image has three axes, and a VARIANCE as large; or one axis, VARIANCE and the cards of the aperture code (RADIUS, ELLIP, N_SPAX, DROPFACT, IFUPROBE, CATARA …)",
        "air",
        "topocentric unless SPECSYS says otherwise",
        "variance",
        "Data Central, SAMI DR2 and DR3, Core data products");
  }

  @Override
  public boolean recognises(FitsFile fits) {
    return SamiCube.in(fits).isPresent() || SamiAperture.in(fits).isPresent();
  }

  @Override
  public LoadedFile load(SurveyFile file) {
    return SamiCube.in(file.fits())
        .map(cube -> CubeEntries.of(cube).load(file.name()))
        .or(() -> SamiAperture.in(file.fits()).map(aperture -> aperture(file, aperture)))
        .orElseThrow(
            () ->
                new UnreadableFits(
                    file.name(), "", "VARIANCE", "no match", "an image as large as the flux"));
  }

  private static LoadedFile aperture(SurveyFile file, SamiAperture aperture) {
    FitsHeader header = aperture.header();
    SpectralAxis axis =
        SpectralWcs.of(header)
            .linear(
                header,
                WavelengthUnit.ofHeader(header, WavelengthUnit.ANGSTROM),
                aperture.length());
    SamiArm arm = SamiArm.of(header, "CRVAL1", axis);
    String name = arm.word() + "-" + aperture.label(file.name());
    Pixels pixels = Pixels.ofVariance(aperture.flux().floatRow(0), aperture.variance().floatRow(0));
    if (!pixels.hasFlux()) {
      return new LoadedFile(List.of(), 0, List.of(name + ": no finite flux"));
    }
    Spectrum spectrum = pixels.on(axis, Medium.AIR, frame(header), unit(header));
    return new LoadedFile(
        List.of(
            new LoadedSpectrum(
                name, new SamiRows(header, arm).aperture(spectrum, "aperture"), spectrum)),
        0,
        List.of());
  }

  static String unit(FitsHeader header) {
    return header.text("BUNIT").orElse(FLUX_UNIT);
  }

  static VelocityFrame frame(FitsHeader header) {
    return header
        .text("SPECSYS")
        .flatMap(VelocityFrame::ofSpecsys)
        .orElse(VelocityFrame.TOPOCENTRIC);
  }
}
