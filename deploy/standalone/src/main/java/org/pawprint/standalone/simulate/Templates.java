package org.pawprint.standalone.simulate;

import java.util.EnumMap;
import java.util.Map;

/**
 * Spectra of the kinds of target, painted from a continuum and a line list. Wavelengths are vacuum
 * Å (NIST; Vanden Berk et al. 2001 for quasars); strengths are typical, not of any one object.
 */
final class Templates {
  private static final Map<TargetKind, RestSpectrum> BY_KIND = paint();

  private Templates() {}

  static RestSpectrum of(TargetKind kind) {
    RestSpectrum spectrum = BY_KIND.get(kind);
    if (spectrum == null) {
      throw new IllegalStateException("no template of " + kind);
    }
    return spectrum;
  }

  private static Map<TargetKind, RestSpectrum> paint() {
    Map<TargetKind, RestSpectrum> map = new EnumMap<>(TargetKind.class);
    RestSpectrum starForming = starFormingGalaxy();
    map.put(TargetKind.STAR_FORMING_GALAXY, starForming);
    map.put(TargetKind.EARLY_GALAXY, earlyGalaxy());
    map.put(TargetKind.STAR_A, starA());
    map.put(TargetKind.STAR_G, starG());
    map.put(TargetKind.STAR_M, starM());
    map.put(TargetKind.QUASAR, quasar());
    map.put(TargetKind.SUPERNOVA_IA, supernovaIa(starForming));
    map.put(TargetKind.SUPERNOVA_II, supernovaIi(starForming));
    return map;
  }

  private static RestSpectrum starFormingGalaxy() {
    double wide = 110;
    RestSpectrum.Painter galaxy =
        RestSpectrum.continuum(lambda -> StrictMath.pow(lambda / 5500, -1.1))
            .breakBelow(3850, 90, 0.75);
    for (double balmer : new double[] {3798.98, 3836.47, 3890.15, 3971.20, 4102.89, 4341.68}) {
      galaxy.absorb(balmer, 420, 0.22);
    }
    return galaxy
        .absorb(3934.78, 230, 0.30)
        .emit(3727.09, wide, 12)
        .emit(3729.88, wide, 16)
        .emit(3869.86, wide, 2.5)
        .emit(4102.89, wide, 3)
        .emit(4341.68, wide, 5.5)
        .emit(4862.69, wide, 12)
        .emit(4960.30, wide, 7)
        .emit(5008.24, wide, 21)
        .emit(5877.25, wide, 1.6)
        .absorb(5895.0, 250, 0.10)
        .emit(6302.05, wide, 1.4)
        .emit(6549.85, wide, 5)
        .emit(6564.61, wide, 42)
        .emit(6585.27, wide, 15)
        .emit(6718.29, wide, 8)
        .emit(6732.67, wide, 6)
        .finish();
  }

  private static RestSpectrum earlyGalaxy() {
    double wide = 230;
    return RestSpectrum.continuum(RestSpectrum.blackBody(4700))
        .breakBelow(4000, 35, 0.58)
        .breakBelow(2900, 60, 0.6)
        .absorb(3835, 900, 0.25)
        .absorb(3934.78, 620, 0.52)
        .absorb(3969.59, 620, 0.48)
        .absorb(4227.9, wide, 0.18)
        .absorb(4305.6, 800, 0.24)
        .absorb(4384, 400, 0.14)
        .absorb(4532, 400, 0.10)
        .absorb(4862.69, wide, 0.16)
        .absorb(5176.6, 750, 0.24)
        .absorb(5271, 400, 0.16)
        .absorb(5336, 350, 0.12)
        .absorb(5783, 300, 0.05)
        .absorb(5895.6, 380, 0.26)
        .absorb(6190, 1200, 0.06)
        .absorb(6500, 400, 0.05)
        .absorb(7150, 1500, 0.07)
        .absorb(8500.4, 260, 0.15)
        .absorb(8544.4, 260, 0.24)
        .absorb(8664.5, 260, 0.21)
        .finish();
  }

  private static RestSpectrum starA() {
    RestSpectrum.Painter star =
        RestSpectrum.continuum(RestSpectrum.blackBody(9500)).breakBelow(3700, 40, 0.45);
    double[] balmer = {
      6564.61, 4862.69, 4341.68, 4102.89, 3971.20, 3890.15, 3836.47, 3798.98, 3771.70, 3751.22
    };
    for (double line : balmer) {
      star.absorb(line, 950, 0.38).absorb(line, 250, 0.45);
    }
    return star.absorb(3934.78, 60, 0.3).absorb(8544.4, 80, 0.2).absorb(8752.9, 900, 0.12).finish();
  }

  private static RestSpectrum starG() {
    double wide = 90;
    return RestSpectrum.continuum(RestSpectrum.blackBody(5750))
        .breakBelow(3950, 60, 0.72)
        .absorb(3934.78, 480, 0.68)
        .absorb(3969.59, 480, 0.65)
        .absorb(4102.89, 150, 0.35)
        .absorb(4227.9, 100, 0.4)
        .absorb(4305.6, 600, 0.34)
        .absorb(4341.68, 170, 0.4)
        .absorb(4384.8, wide, 0.4)
        .absorb(4862.69, 170, 0.45)
        .absorb(5168.8, wide, 0.35)
        .absorb(5174.1, wide, 0.4)
        .absorb(5185.0, wide, 0.45)
        .absorb(5271, 150, 0.3)
        .absorb(5891.6, 60, 0.5)
        .absorb(5897.6, 60, 0.45)
        .absorb(6564.61, 150, 0.5)
        .absorb(8500.4, 100, 0.35)
        .absorb(8544.4, 130, 0.5)
        .absorb(8664.5, 120, 0.45)
        .finish();
  }

  private static RestSpectrum starM() {
    RestSpectrum.Painter star =
        RestSpectrum.continuum(RestSpectrum.blackBody(3300))
            .absorb(4227.9, 700, 0.7)
            .absorb(5893, 500, 0.65);
    double[] heads = {4762, 4955, 5168, 5449, 5848, 6160, 6653, 7055, 7590, 8207, 8434};
    double[] depths = {0.35, 0.45, 0.45, 0.35, 0.40, 0.50, 0.45, 0.55, 0.50, 0.15, 0.35};
    for (int i = 0; i < heads.length; i++) {
      star.band(heads[i], depths[i]);
    }
    return star.absorb(7667, 250, 0.35)
        .absorb(7701, 250, 0.35)
        .absorb(8185, 120, 0.35)
        .absorb(8197, 120, 0.45)
        .absorb(8544.4, 100, 0.3)
        .absorb(8664.5, 100, 0.3)
        .finish();
  }

  private static RestSpectrum quasar() {
    double broad = 2200;
    return RestSpectrum.continuum(lambda -> StrictMath.pow(lambda / 5500, -1.5))
        .emit(1033.8, broad, 9)
        .emit(1215.67, broad, 80)
        .emit(1240.1, broad, 12)
        .emit(1304.4, broad, 3)
        .emit(1399.8, 2600, 9)
        .emit(1549.1, broad, 34)
        .emit(1640.4, 3000, 5)
        .emit(1663.5, 2000, 3)
        .emit(1857.4, 2000, 3)
        .emit(1908.7, 2700, 23)
        .emit(2326.4, 2500, 3)
        .emit(2500, 9000, 30)
        .emit(2799.1, 1900, 32)
        .emit(3427, 300, 1.5)
        .emit(3728.5, 250, 3)
        .emit(4341.7, 1800, 13)
        .emit(4590, 5000, 20)
        .emit(4862.7, 1800, 46)
        .emit(4960.3, 250, 5)
        .emit(5008.2, 250, 15)
        .emit(5280, 4000, 18)
        .emit(6564.6, 1800, 195)
        .breakBelow(1205, 8, 0.65)
        .breakBelow(920, 8, 0.2)
        .finish();
  }

  /** Near maximum light: silicon at 11,000 km/s, the sulphur W, calcium and iron blends. */
  private static RestSpectrum supernovaIa(RestSpectrum host) {
    return RestSpectrum.continuum(RestSpectrum.blackBody(10_500))
        .breakBelow(3400, 250, 0.35)
        .shell(3951, 14_500, 3400, 0.55)
        .shell(4131, 10_500, 1600, 0.14)
        .shell(4482, 12_000, 3200, 0.33)
        .shell(5030, 10_500, 3600, 0.33)
        .shell(5455, 9_800, 1500, 0.17)
        .shell(5641, 9_600, 1600, 0.20)
        .shell(5974, 10_500, 1900, 0.13)
        .shell(6357, 11_000, 2300, 0.50)
        .shell(7776, 11_000, 3000, 0.22)
        .shell(8582, 13_000, 3600, 0.40)
        .mix(host, 0.08)
        .finish();
  }

  /** Some weeks after explosion: Balmer lines of an expanding hydrogen shell. */
  private static RestSpectrum supernovaIi(RestSpectrum host) {
    return RestSpectrum.continuum(RestSpectrum.blackBody(8_200))
        .breakBelow(3600, 200, 0.55)
        .shell(3951, 8_000, 2300, 0.30)
        .shell(4341.7, 8_000, 2300, 0.33)
        .shell(4862.7, 8_000, 2300, 0.42)
        .shell(5170, 6_500, 1700, 0.18)
        .shell(5877, 8_000, 2000, 0.18)
        .shell(6564.6, 7_500, 2400, 0.30)
        .emit(6575, 2600, 130)
        .shell(8582, 8_000, 2600, 0.22)
        .mix(host, 0.06)
        .finish();
  }
}
