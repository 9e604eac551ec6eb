package org.pawprint.core.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import nom.tam.fits.Fits;
import org.junit.jupiter.api.Test;
import org.pawprint.core.fits.FitsChecksum.Report;
import org.pawprint.core.fits.FitsChecksum.Verdict;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.ErrorKind;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.VelocityFrame;
import org.pawprint.core.spectrum.derive.Derivation;

/**
 * The product as its own reader and nom-tam-fits see it; fitsverify, astropy and specutils see it
 * in {@code .ci/checks/products.sh}. Card values are those of Data Central's WiggleZ example.
 */
class SimplifiedFitsTest {
  private final FitsFile linear =
      FitsFile.of(
          SampleProduct.product(SampleProduct.linear(), Medium.AIR, true, SampleProduct.PHYSICAL));

  @Test
  void opensWithTheCardsThatClientsKnow() {
    assertThat(linear.primary().header().cards())
        .extracting(card -> card.substring(0, 8).strip())
        .containsSubsequence(
            "SIMPLE",
            "BITPIX",
            "NAXIS",
            "NAXIS1",
            "WCSAXES",
            "COMMENT",
            "HISTORY",
            "BUNIT",
            "CRPIX1",
            "CDELT1",
            "CUNIT1",
            "CRVAL1",
            "CTYPE1",
            "LATPOLE",
            "MJDREF",
            "HDUNAME",
            "SPECSYS",
            "AIRORVAC",
            "RA",
            "DEC",
            "OBJECT",
            "SURVEY",
            "Z",
            "TMIN",
            "TMAX",
            "TMID",
            "EXPTIME",
            "TXEL",
            "WMIN",
            "WMAX",
            "WMID",
            "WMINREST",
            "WMAXREST",
            "WMIDREST",
            "FOV",
            "CHECKSUM",
            "DATASUM");
  }

  @Test
  void keepsTheWcsOfALinearAxis() {
    FitsHeader header = linear.primary().header();
    assertThat(header.integer("WCSAXES")).hasValue(1);
    assertThat(header.number("CRPIX1")).hasValue(2443.0);
    assertThat(header.number("CRVAL1")).hasValue(7222.5);
    assertThat(header.number("CDELT1")).hasValue(1.03278);
    assertThat(header.text("CUNIT1")).contains("Angstrom");
    assertThat(header.text("CTYPE1")).contains("AWAV");
    assertThat(header.text("AIRORVAC")).contains("air");
    assertThat(header.text("SPECSYS")).contains("HELIOCEN");
    assertThat(header.number("LATPOLE")).hasValue(90);
    assertThat(header.number("MJDREF")).hasValue(0);
    assertThat(header.has("HDUNAME")).isTrue();
    assertThat(header.text("BUNIT")).contains("10**(-16) erg/(s cm2 Angstrom)");
  }

  @Test
  void datesItselfFromTheCatalogue() {
    assertThat(linear.primary().header().history())
        .containsExactly("2026-03-01T02:03:04Z " + SimplifiedFits.WRITER);
    assertThat(SimplifiedFits.WRITER).endsWith("-ssa-fits");
  }

  @Test
  void rendersTheSameBytesAgain() {
    byte[] once = product("log-vacuum-sigma");
    assertThat(product("log-vacuum-sigma")).isEqualTo(once);
  }

  @Test
  void addsTheCataloguesFacts() {
    FitsHeader header = linear.primary().header();
    assertThat(header.number("RA")).hasValue(351.2526208);
    assertThat(header.number("DEC")).hasValue(-7.8379556);
    assertThat(header.text("OBJECT")).contains("R00J232500629-07501664");
    assertThat(header.text("SURVEY")).contains("wigglez_final");
    assertThat(header.number("Z")).hasValue(2.14479);
    assertThat(header.number("TMIN")).hasValue(55085.4912731481);
    assertThat(header.number("EXPTIME")).hasValue(1100);
    assertThat(header.integer("TXEL")).hasValue(1);
    assertThat(header.text("FOV")).contains("2.10");
    assertThat(header.integer("QFLAGS")).hasValue(5);
    assertThat(header.text("QTERMS")).contains("bad_pixels sky_residual");
    assertThat(header.text("DS_IDPUB")).contains(SampleProduct.INFO.obsPublisherDid());
    for (String absent : List.of("RV", "BAND", "SEEING")) {
      assertThat(header.has(absent)).as(absent).isFalse();
    }
  }

  /** 7222.5 - 2442·1.03278 = 4700.45, 7222.5 + 2443·1.03278 = 9745.58; over 3.14479 at rest. */
  @Test
  void givesWavelengthsAsTextWithTwoDecimals() {
    FitsHeader header = linear.primary().header();
    Map.of(
            "WMIN", "4700.45",
            "WMAX", "9745.58",
            "WMID", "7223.02",
            "WMINREST", "1494.68",
            "WMAXREST", "3098.96",
            "WMIDREST", "2296.82")
        .forEach(
            (key, value) -> {
              assertThat(header.text(key)).as(key).contains(value);
              assertThat(header.cards())
                  .anyMatch(c -> c.startsWith("%-8s= '%-8s'".formatted(key, value)));
            });
  }

  @Test
  void endsTheCommentOfEveryAddedCardAlike() {
    List<String> added =
        List.of(
            "RA",
            "DEC",
            "OBJECT",
            "SURVEY",
            "Z",
            "TMIN",
            "TMAX",
            "TMID",
            "EXPTIME",
            "TXEL",
            "WMIN",
            "WMAX",
            "WMID",
            "WMINREST",
            "WMAXREST",
            "WMIDREST",
            "FOV");
    assertThat(linear.primary().header().cards())
        .filteredOn(card -> added.contains(card.substring(0, 8).strip()))
        .hasSize(added.size())
        .allMatch(card -> card.stripTrailing().endsWith("added by Pawprint"));
  }

  /** FITS-4.0 4.1.2.1: PARENT100 would have nine characters. */
  @Test
  void namesAHundredParentsInKeywordsOfEightCharacters() {
    List<String> parents =
        IntStream.rangeClosed(1, 100).mapToObj(i -> "ivo://org.pawprint/s?" + i + "/0a").toList();
    ProductInfo info =
        new ProductInfo(
            parents.get(0),
            SampleProduct.INFO.catalogueTime(),
            SampleProduct.INFO.originalName(),
            SampleProduct.INFO.serviceUrl(),
            Optional.of(new Derivation("mosaic", parents, List.of())));
    Spectrum spectrum =
        SampleProduct.spectrum(SampleProduct.linear(), Medium.AIR, true, SampleProduct.PHYSICAL);

    FitsHeader header =
        FitsFile.of(SimplifiedFits.render(ObsCoreRow.builder().build(), spectrum, info))
            .primary()
            .header();

    assertThat(header.text("PARENT1")).contains("ivo://org.pawprint/s?1/0a");
    assertThat(header.text("PARENT99")).contains("ivo://org.pawprint/s?99/0a");
    assertThat(header.text("PARNT100")).contains("ivo://org.pawprint/s?100/0a");
  }

  @Test
  void writesCardsOnlyForWhatIsKnown() {
    ObsCoreRow row =
        ObsCoreRow.builder()
            .set(ObsCoreColumn.RV, -12.5)
            .set(ObsCoreColumn.BAND_NAME, "blue")
            .set(ObsCoreColumn.S_SEEING, 1.4)
            .build();
    FitsHeader header = rendered(row, VelocityFrame.BARYCENTRIC).primary().header();
    assertThat(header.number("RV")).hasValue(-12.5);
    assertThat(header.text("BAND")).contains("blue");
    assertThat(header.number("SEEING")).hasValue(1.4);
    for (String absent : List.of("Z", "RA", "OBJECT", "TMIN", "FOV", "WMINREST", "QFLAGS")) {
      assertThat(header.has(absent)).as(absent).isFalse();
    }
  }

  @Test
  void doesNotShiftASpectrumThatIsAtRest() {
    ObsCoreRow row = ObsCoreRow.builder().set(ObsCoreColumn.REDSHIFT, 1.0).build();
    FitsHeader header = rendered(row, VelocityFrame.SOURCE).primary().header();
    assertThat(header.text("WMINREST")).isEqualTo(header.text("WMIN"));
  }

  /** FITS WCS Paper III section 3.2: CRVAL·exp(CDELT·(p - CRPIX)/CRVAL) is 10^(c0 + c1·(p - 1)). */
  @Test
  void writesALogAxisAsPaperThreeDefinesIt() {
    SpectralAxis axis = SampleProduct.log();
    FitsHeader header =
        FitsFile.of(SampleProduct.product(axis, Medium.VACUUM, true, "count")).primary().header();
    double crval = header.requiredNumber("CRVAL1");
    double cdelt = header.requiredNumber("CDELT1");
    assertThat(header.text("CTYPE1")).contains("WAVE-LOG");
    assertThat(crval).isCloseTo(3790.5305, within(1e-4));
    for (int p : new int[] {1, 1000, 3862}) {
      double paper = crval * Math.exp(cdelt * (p - header.requiredNumber("CRPIX1")) / crval);
      double sdss = Math.pow(10, 3.5787 + 0.0001 * (p - 1));
      assertThat(paper).isCloseTo(sdss, within(1e-8));
    }
  }

  @Test
  void claimsNoWavelengthsInThePrimaryOfATabulatedAxis() {
    FitsFile file =
        FitsFile.of(
            SampleProduct.product(
                SampleProduct.tabulated(), Medium.AIR, true, SampleProduct.PHYSICAL));
    FitsHeader header = file.primary().header();
    assertThat(header.text("CTYPE1")).contains("PIXEL");
    assertThat(header.text("CUNIT1")).contains("pixel");
    assertThat(header.cards()).anyMatch(c -> c.startsWith("COMMENT") && c.contains("exact WCS"));
    FitsTable table = file.hdu("SPECTRUM").orElseThrow().table();
    assertThat(table.number("wavelength", 2047)).hasValue(3700 + 1.03 * 2047 + 1e-5 * 2047 * 2047);
  }

  @Test
  void putsTheTableWhereReadersLookForIt() {
    assertThat(linear.hdus())
        .extracting(FitsHdu::name)
        .containsExactly("PRIMARY", "SPECTRUM", "SIGMA", "MASK");
    assertThat(names("linear-air-nosigma")).containsExactly("PRIMARY", "SPECTRUM", "MASK");
    assertThat(names("linear-air-counts")).containsExactly("PRIMARY", "SIGMA", "MASK", "SPECTRUM");
  }

  @Test
  void carriesTheSameNumbersInImagesAndTable() {
    FitsTable table = linear.hdu("SPECTRUM").orElseThrow().table();
    float[] flux = linear.primary().floatRow(0);
    float[] sigma = linear.hdu("SIGMA").orElseThrow().floatRow(0);
    float[] mask = linear.hdu("MASK").orElseThrow().floatRow(0);

    assertThat(table.rows()).isEqualTo(4886);
    assertThat(flux[3]).isNaN();
    assertThat(sigma[3]).isNaN();
    assertThat(mask[3]).isEqualTo(1);
    for (int i : new int[] {0, 3, 100, 4885}) {
      assertThat(table.floats("flux", i)).containsExactly(flux[i]);
      assertThat(table.floats("uncertainty", i)).containsExactly(sigma[i]);
      assertThat(table.floats("mask", i)).containsExactly(mask[i]);
    }
    assertThat(flux[100]).isEqualTo(1 + 100 / 1000f);
    assertThat(table.column("wavelength").orElseThrow().unit()).isEqualTo("Angstrom");
  }

  /** A standard deviation has the unit of what it belongs to. */
  @Test
  void givesErrorsInTheUnitOfTheFlux() {
    for (String kind : List.of("linear-air-sigma", "linear-air-counts", "log-vacuum-countrate")) {
      FitsFile file = FitsFile.of(product(kind));
      Optional<String> unit = file.primary().header().text("BUNIT");

      assertThat(unit).as(kind).isPresent();
      assertThat(file.hdu("SIGMA").orElseThrow().header().text("BUNIT")).as(kind).isEqualTo(unit);
      assertThat(file.hdu("MASK").orElseThrow().header().has("BUNIT")).as(kind).isFalse();
    }
    assertThat(linear.hdu("SIGMA").orElseThrow().header().text("BUNIT"))
        .contains("10**(-16) erg/(s cm2 Angstrom)");
  }

  @Test
  void namesColumnsByTheSpectrumDataModel() {
    FitsHeader header = linear.hdu("SPECTRUM").orElseThrow().header();
    assertThat(header.text("TUTYP1")).contains("spec:Spectrum.Data.SpectralAxis.Value");
    assertThat(header.text("TUTYP2")).contains("spec:Spectrum.Data.FluxAxis.Value");
    assertThat(header.text("TUTYP3")).contains("spec:Spectrum.Data.FluxAxis.Accuracy.StatError");
    assertThat(header.text("TUCD1")).contains("em.wl");
    assertThat(header.text("TUCD3")).contains("stat.error;phot.flux.density;em.wl");
  }

  @Test
  void hasRightSumsInEveryHdu() throws Exception {
    for (byte[] product : SampleProduct.all().values()) {
      assertThat(product.length % 2880).isZero();
      for (FitsHdu hdu : FitsFile.of(product).hdus()) {
        assertThat(FitsChecksum.verify(hdu)).isEqualTo(new Report(Verdict.RIGHT, Verdict.RIGHT));
      }
      try (Fits oracle = new Fits(new java.io.ByteArrayInputStream(product))) {
        for (var hdu : oracle.read()) {
          assertThat(hdu.verifyIntegrity()).isTrue();
        }
      }
    }
  }

  private static List<String> names(String product) {
    return FitsFile.of(product(product)).hdus().stream().map(FitsHdu::name).toList();
  }

  private static FitsFile rendered(ObsCoreRow row, VelocityFrame frame) {
    float[] flux = new float[10];
    Arrays.fill(flux, 1);
    Spectrum spectrum =
        new Spectrum(
            new org.pawprint.core.spectrum.LinearAxis(1, 5000, 1, 10),
            Medium.VACUUM,
            frame,
            flux,
            null,
            new byte[10],
            "count",
            ErrorKind.NONE);
    return FitsFile.of(SimplifiedFits.render(row, spectrum, SampleProduct.INFO));
  }

  private static byte[] product(String kind) {
    return Objects.requireNonNull(SampleProduct.all().get(kind), kind);
  }
}
