package org.pawprint.ssa;

import static org.pawprint.core.obscore.ObsCoreColumn.*;

import java.time.Instant;
import java.util.List;
import org.pawprint.core.obscore.ObsCoreRow;

/**
 * The rows of the catalogue under test. Five spectra and a cube lie around RA 150.1, Dec −2.2; two
 * at RA 0 on both sides of the meridian; one beside the pole. Dates as MJD are from astropy: {@code
 * Time('2021-03-24T10:00:00').mjd} = 59297.4166…, {@code Time('2002-12-31T23:30:00').mjd} =
 * 52639.9791….
 */
final class Seeds {
  static final String LIVE_ALIAS = "ivo://org.example/paws_2df?210324-12/blue-12";
  static final String LIVE = LIVE_ALIAS + "/v2b";
  static final String LIVE_SUPERSEDED = LIVE_ALIAS + "/v1a";
  static final String WITHDRAWN = "ivo://org.example/paws_2df?210324-12/blue-13/v1a";
  static final String SECRET = "ivo://org.example/paws_2df?261120-3/red-7/v1a";
  static final String RELEASED = "ivo://org.example/paws_2df?210324-12/red-12/v2b";
  static final String OZDES = "ivo://org.example/ozdes_dr2?04720/0/v1a";
  static final String OUTSIDE = "ivo://org.example/2dfgrs_fdr?000001/1/v1a";
  static final String GALAH = "ivo://org.example/galah_dr3?160401002101001/B/v1a";
  static final String WEST = "ivo://org.example/6dfgs_fdr?g2359/V/v1a";
  static final String POLE = "ivo://org.example/wigglez_final?P1/1/v1a";

  static final String CUBE_ALIAS = "ivo://org.example/sami_dr3?24433/blue-cube";

  static final String PROGRAMME = "A/2026B/01";

  /** DIDs that an anonymous search without constraints finds. */
  static final List<String> PUBLIC_NEWEST =
      List.of(LIVE, RELEASED, OZDES, OUTSIDE, GALAH, WEST, POLE);

  private static final double MARCH_24_10H = 59297.416666666664;
  private static final double MARCH_24_11H = 59297.458333333336;
  private static final double NEW_YEARS_EVE_2330 = 52639.979166666664;
  private static final double NEW_YEAR_2003 = 52640.0;

  private Seeds() {}

  static List<Seed> all() {
    return List.of(
        Seed.current(
            LIVE, row(LIVE, "paws_2df", "SN2021abc", 150.1, -2.2).set(EM_SNR, 5.0).build()),
        Seed.superseded(
            LIVE_SUPERSEDED,
            row(LIVE_SUPERSEDED, "paws_2df", "SN2021abc", 150.1, -2.2)
                .set(LAST_MODIFIED, Instant.parse("2026-10-02T03:04:05Z"))
                .build()),
        Seed.withdrawn(
            WITHDRAWN,
            row(WITHDRAWN, "paws_2df", "SN2021gone", 150.1, -2.2)
                .set(LAST_MODIFIED, Instant.parse("2026-10-03T03:04:05Z"))
                .build()),
        Seed.current(
            SECRET,
            row(SECRET, "paws_2df", "SN2026xyz", 150.1, -2.2)
                .set(DATA_RIGHTS, "proprietary")
                .set(OBS_RELEASE_DATE, Instant.parse("2999-01-01T00:00:00Z"))
                .set(PROPOSAL_ID, PROGRAMME)
                .build()),
        Seed.current(
            RELEASED,
            row(RELEASED, "paws_2df", "SN2021abc", 150.1, -2.2)
                .set(DATA_RIGHTS, "secure")
                .set(OBS_RELEASE_DATE, Instant.parse("2022-01-01T00:00:00Z"))
                .set(BAND_NAME, "red")
                .set(EM_MIN, 5.7e-7)
                .set(EM_MAX, 8.8e-7)
                .build()),
        Seed.current(
            OZDES,
            row(OZDES, "ozdes_dr2", "DES15X3abc", 150.11, -2.2)
                .set(REDSHIFT, 0.5)
                .set(EM_MIN_REST, 3.7e-7 / 1.5)
                .set(EM_MAX_REST, 8.8e-7 / 1.5)
                .set(EM_SNR, 12.0)
                .set(DATAPRODUCT_SUBTYPE, "combined")
                .set(O_CALIB_STATUS, "absolute")
                .set(T_MIN, NEW_YEARS_EVE_2330)
                .set(T_MAX, NEW_YEAR_2003)
                .set(OBS_TITLE, "OzDES <DES15X3abc> & co")
                .build()),
        Seed.current(
            OUTSIDE, row(OUTSIDE, "2dfgrs_fdr", "TGS001", 150.1, -2.2251).set(T_MIN, null).build()),
        Seed.current(
            GALAH,
            row(GALAH, "galah_dr3", "160401002101001", 0.0005, -30)
                .set(BAND_NAME, "B")
                .set(EM_MIN, 4.713e-7)
                .set(EM_MAX, 4.903e-7)
                .set(EM_RES_POWER, 28000.0)
                .set(EM_CALIB_STATUS, "uncalibrated")
                .set(S_RESOLUTION, 2.0)
                .set(T_RESOLUTION, 1200.0)
                .set(DATAPRODUCT_SUBTYPE, "normalised")
                .set(O_CALIB_STATUS, "normalized")
                .build()),
        Seed.current(WEST, row(WEST, "6dfgs_fdr", "g2359555-392832", 359.9995, -30).build()),
        Seed.current(
            CUBE_ALIAS + "/v1a",
            row(CUBE_ALIAS + "/v1a", "sami_dr3", "24433", 150.1, -2.2)
                .set(DATAPRODUCT_TYPE, "cube")
                .build()),
        Seed.current(POLE, row(POLE, "wigglez_final", "P1", 12, 89.99).set(REDSHIFT, 0.7).build()));
  }

  private static ObsCoreRow.Builder row(
      String did, String collection, String target, double raDeg, double decDeg) {
    return ObsCoreRow.builder()
        .set(DATAPRODUCT_TYPE, "spectrum")
        .set(CALIB_LEVEL, 2)
        .set(OBS_COLLECTION, collection)
        .set(OBS_ID, did.substring(did.indexOf('?') + 1, did.indexOf('/', did.indexOf('?'))))
        .set(OBS_PUBLISHER_DID, did)
        .set(TARGET_NAME, target)
        .set(S_RA, raDeg)
        .set(S_DEC, decDeg)
        .set(S_FOV, 2.1 / 3600)
        .set(T_MIN, MARCH_24_10H)
        .set(T_MAX, MARCH_24_11H)
        .set(T_MIDPOINT, (MARCH_24_10H + MARCH_24_11H) / 2)
        .set(T_EXPTIME, 3600.0)
        .set(EM_MIN, 3.7e-7)
        .set(EM_MAX, 8.8e-7)
        .set(EM_MIDPOINT, 6.25e-7)
        .set(EM_RES_POWER, 1300.0)
        .set(EM_XEL, 2000L)
        .set(INSTRUMENT_NAME, "AAOmega")
        .set(DATAPRODUCT_SUBTYPE, "science")
        .set(OBS_CREATION_DATE, Instant.parse("2021-03-24T14:01:14Z"))
        .set(DATA_RIGHTS, "public")
        .set(LAST_MODIFIED, Instant.parse("2026-10-01T00:00:00Z"));
  }
}
