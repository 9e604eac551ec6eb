package org.pawprint.catalogue.survey.ivoa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.OriginalContent;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.ProductInfo;
import org.pawprint.core.fits.SimplifiedFits;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.ErrorKind;
import org.pawprint.core.spectrum.LinearAxis;
import org.pawprint.core.spectrum.MaskBit;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.TabulatedAxis;
import org.pawprint.core.spectrum.VelocityFrame;
import org.pawprint.testkit.fixture.SurveyFixture;

/** Numbers by {@code fixtures/ivoa/expected.py} (astropy) and the cards of {@code make.py}. */
class IvoaLoadersTest {

  private static LoadedFile vector() {
    return new IvoaFitsLoader()
        .load(
            new SurveyFile(
                "arp220-vector.fits", SurveyFixture.open("ivoa/arp220-vector.fits"), Map.of()));
  }

  private static LoadedFile document(String name) {
    return load(new String(SurveyFixture.content("ivoa/" + name), StandardCharsets.UTF_8));
  }

  private static LoadedFile load(String xml) {
    OriginalContent content =
        OriginalContent.of(xml.getBytes(StandardCharsets.UTF_8), "spectrum.xml");
    return new IvoaVoTableLoader().load(new SurveyFile("spectrum.xml", content, Map.of()));
  }

  private static Spectrum spectrum(LoadedFile file) {
    return file.spectra().get(0).spectrum();
  }

  private static ObsCoreRow row(LoadedFile file) {
    return file.spectra().get(0).row();
  }

  @Test
  void readsArraysInTheCellsOfOneRow() {
    Spectrum spectrum = spectrum(vector());
    assertThat(spectrum.axis()).isInstanceOf(LinearAxis.class);
    assertThat(spectrum.axis().first()).isEqualTo(3200);
    assertThat(spectrum.axis().last()).isEqualTo(4990);
    assertThat(spectrum.flux()[100]).isEqualTo(1.8277008e-12f);
    assertThat(Objects.requireNonNull(spectrum.sigma())[100]).isEqualTo(2e-14f);
    assertThat(spectrum.mask()[179]).isEqualTo((byte) MaskBit.BAD_PIXEL.bit());
    assertThat(spectrum.medium()).isEqualTo(Medium.VACUUM);
    assertThat(spectrum.frame()).isEqualTo(VelocityFrame.TOPOCENTRIC);
  }

  @Test
  void bringsTerrestrialTimeToUtc() {
    assertThat(row(vector()).requiredNumber(ObsCoreColumn.T_MIN))
        .isEqualTo(53159.300460129634, within(1e-9));
    assertThat(row(vector()).requiredNumber(ObsCoreColumn.T_MAX))
        .isEqualTo(53159.31782112963, within(1e-9));
  }

  @Test
  void takesTheRowFromTheKeywordsOfTableF1() {
    ObsCoreRow row = row(vector());
    assertThat(row.text(ObsCoreColumn.TARGET_NAME)).contains("ARP 220");
    assertThat(row.text(ObsCoreColumn.FACILITY_NAME)).contains("MMT");
    assertThat(row.text(ObsCoreColumn.OBS_CREATOR_DID))
        .contains("ivo://cfa.harvard.edu/tdc#MMT4302-102");
    assertThat(row.requiredNumber(ObsCoreColumn.S_RA)).isEqualTo(233.73791);
    assertThat(row.requiredNumber(ObsCoreColumn.REDSHIFT)).isEqualTo(0.01845);
    assertThat(row.requiredNumber(ObsCoreColumn.EM_RES_POWER)).isEqualTo(800);
    assertThat(row.text(ObsCoreColumn.BIB_REFERENCE)).contains("2006ApJ...999...99X");
  }

  @ParameterizedTest
  @ValueSource(strings = {"arp220-tabledata.xml", "arp220-binary.xml", "arp220-binary2.xml"})
  void readsEverySerialisationOfVoTable(String name) {
    LoadedFile file = document(name);
    assertThat(file.spectra()).hasSize(1);
    assertThat(spectrum(file).length()).isEqualTo(180);
    assertThat(spectrum(file).axis().first()).isEqualTo(3200);
    assertThat(spectrum(file).axis().last()).isEqualTo(4990);
    assertThat(spectrum(file).flux()[100]).isEqualTo(1.8277008e-12f);
    assertThat(Objects.requireNonNull(spectrum(file).sigma())[100]).isEqualTo(2e-14f);
    assertThat(spectrum(file).mask()[179]).isEqualTo((byte) MaskBit.BAD_PIXEL.bit());
    assertThat(spectrum(file).frame()).isEqualTo(VelocityFrame.BARYCENTRIC);
    ObsCoreRow row = row(file);
    assertThat(row.requiredNumber(ObsCoreColumn.S_RA)).isEqualTo(233.7375);
    assertThat(row.requiredNumber(ObsCoreColumn.S_FOV)).isEqualTo(20.0 / 3600, within(1e-12));
    assertThat(row.requiredNumber(ObsCoreColumn.T_MIN)).isEqualTo(52148.25);
    assertThat(row.requiredNumber(ObsCoreColumn.T_MIDPOINT)).isEqualTo(52148.3125);
    assertThat(row.requiredNumber(ObsCoreColumn.T_EXPTIME)).isEqualTo(1500);
    assertThat(row.requiredNumber(ObsCoreColumn.EM_SNR)).isEqualTo(3);
    assertThat(row.text(ObsCoreColumn.INSTRUMENT_NAME)).contains("BCS");
    assertThat(row.text(ObsCoreColumn.OBS_TITLE)).contains("Arp 220 SED");
  }

  @Test
  void tellsAirFromVacuumByUcd() {
    assertThat(spectrum(document("arp220-tabledata.xml")).medium()).isEqualTo(Medium.AIR);
    assertThat(spectrum(document("arp220-binary.xml")).medium()).isEqualTo(Medium.VACUUM);
  }

  @Test
  void parksAWavelengthWithoutUnit() {
    String xml =
        new String(SurveyFixture.content("ivoa/arp220-tabledata.xml"), StandardCharsets.UTF_8)
            .replaceFirst("unit=\"Angstrom\"", "");

    assertThatThrownBy(() -> load(xml))
        .isInstanceOf(UnreadableFits.class)
        .hasMessage(
            "spectrum.xml: TABLE 1: Coord: found unit '', expected a unit of length, e.g. Angstrom");
  }

  @Test
  void turnsAFallingAxisRound() {
    String rows = "<TR><TD>5000</TD><TD>1</TD></TR><TR><TD>4000</TD><TD>2</TD></TR>";

    Spectrum spectrum = spectrum(load(small("", rows)));

    assertThat(spectrum.axis().first()).isEqualTo(4000);
    assertThat(spectrum.flux()).containsExactly(2f, 1f);
  }

  private static String small(String doctype, String rows) {
    return """
        <?xml version="1.0"?>%s
        <VOTABLE version="1.4"><RESOURCE><TABLE>
        <PARAM name="p" utype="ssa:Target.Name" datatype="char" arraysize="*" value="&x;"/>
        <FIELD name="w" datatype="double" unit="Angstrom" ucd="em.wl" utype="ssa:Data.SpectralAxis.Value"/>
        <FIELD name="f" datatype="float" unit="ct" ucd="phot.count" utype="ssa:Data.FluxAxis.Value"/>
        <DATA><TABLEDATA>%s</TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>
        """
        .formatted(doctype, rows)
        .replace("&x;", doctype.isEmpty() ? "x" : "&x;");
  }

  @Test
  void followsNoExternalEntity() {
    String doctype = "<!DOCTYPE VOTABLE [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>";
    String rows = "<TR><TD>4000</TD><TD>2</TD></TR><TR><TD>5000</TD><TD>1</TD></TR>";

    assertThatThrownBy(() -> load(small(doctype, rows))).isInstanceOf(UnreadableFits.class);
  }

  @Test
  void loadsItsOwnProductBack() {
    double[] angstrom = new double[50];
    float[] flux = new float[50];
    float[] sigma = new float[50];
    for (int i = 0; i < 50; i++) {
      angstrom[i] = 4000 + 1.1 * i + 1e-3 * i * i;
      flux[i] = i == 3 ? Float.NaN : 10 + i;
      sigma[i] = i == 3 || i == 4 ? Float.NaN : 2;
    }
    byte[] mask = new byte[50];
    mask[3] = (byte) MaskBit.BLANK.bit();
    mask[4] = (byte) MaskBit.NO_ERROR.bit();
    mask[5] = (byte) MaskBit.BAD_PIXEL.bit();
    Spectrum made =
        new Spectrum(
            new TabulatedAxis(angstrom),
            Medium.AIR,
            VelocityFrame.HELIOCENTRIC,
            flux,
            sigma,
            mask,
            "1e-17 erg/s/cm2/Angstrom",
            ErrorKind.VARIANCE);

    Spectrum back = spectrum(product(made));

    assertThat(axis(back)).isEqualTo(angstrom);
    assertThat(back.flux()).isEqualTo(flux);
    assertThat(back.sigma()).isEqualTo(sigma);
    assertThat(back.mask()).isEqualTo(mask);
    assertThat(back.medium()).isEqualTo(Medium.AIR);
    assertThat(back.frame()).isEqualTo(VelocityFrame.HELIOCENTRIC);
    assertThat(row(product(made)).requiredNumber(ObsCoreColumn.T_MIN)).isEqualTo(55085.5);
    assertThat(row(product(made)).requiredNumber(ObsCoreColumn.REDSHIFT)).isEqualTo(0.25);
  }

  /** As PROVENANCE.md tells how the document was made. */
  @Test
  void loadsItsOwnDocumentBack() {
    LoadedFile file = document("pawprint-slink.xml");

    Spectrum spectrum = spectrum(file);
    assertThat(spectrum.length()).isEqualTo(300);
    assertThat(spectrum.axis().angstrom(100)).isEqualTo(5700 + 150 + 1, within(1e-9));
    assertThat(spectrum.flux()[50]).isEqualTo((float) (100 * Math.sin(5)));
    assertThat(Objects.requireNonNull(spectrum.sigma())[200]).isEqualTo(1.2f);
    assertThat(spectrum.mask()[3]).isEqualTo((byte) MaskBit.BLANK.bit());
    assertThat(spectrum.medium()).isEqualTo(Medium.AIR);
    assertThat(spectrum.frame()).isEqualTo(VelocityFrame.HELIOCENTRIC);
    assertThat(row(file).text(ObsCoreColumn.OBS_ID)).contains("20261101-BL-0012");
    assertThat(row(file).text(ObsCoreColumn.TARGET_NAME)).contains("SN 2026abc");
    assertThat(row(file).requiredNumber(ObsCoreColumn.PIVOT)).isEqualTo(120);
    assertThat(row(file).requiredNumber(ObsCoreColumn.T_MIN)).isEqualTo(61345.5);
    assertThat(row(file).requiredNumber(ObsCoreColumn.S_DEC)).isEqualTo(-4.6);
    // Air at 5700 A is longer in vacuum, by 1.58 A.
    assertThat(row(file).requiredNumber(ObsCoreColumn.EM_MIN))
        .isEqualTo(5701.58e-10, within(1e-12));
    assertThat(row(file).text(ObsCoreColumn.OBS_CREATOR_DID))
        .contains("ivo://pawprint.test/aat_archive?20261101-BL-0012/blue-120/0123456789ab");
  }

  private static double[] axis(Spectrum spectrum) {
    SpectralAxis axis = spectrum.axis();
    return axis.toArray();
  }

  private static LoadedFile product(Spectrum made) {
    ObsCoreRow row =
        ObsCoreRow.builder()
            .set(ObsCoreColumn.TARGET_NAME, "R00J232500629")
            .set(ObsCoreColumn.S_RA, 351.25)
            .set(ObsCoreColumn.S_DEC, 0.7)
            .set(ObsCoreColumn.T_MIN, 55085.5)
            .set(ObsCoreColumn.REDSHIFT, 0.25)
            .build();
    byte[] product =
        SimplifiedFits.render(
            row,
            made,
            new ProductInfo(
                "ivo://test/wigglez?a/b/c", Instant.EPOCH, "wig.fits", "https://example.org/"));
    FitsFile fits = FitsFile.of(product);
    assertThat(new IvoaFitsLoader().recognises(fits)).isTrue();
    return new IvoaFitsLoader().load(new SurveyFile("product.fits", fits, Map.of()));
  }
}
