package org.pawprint.catalogue.survey.sixdfgs;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pawprint.catalogue.survey.Positive;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.time.ExposureWindow;

/**
 * The frame of one band in which an object was observed, by the cards whose keywords end in that
 * band's letter. NaN and null stand for what the header does not tell.
 *
 * @param name of the object in the configuration of the field
 * @param field label of the configuration
 */
record ArmFrame(
    Optional<String> obsId,
    Optional<String> name,
    Optional<String> field,
    @Nullable Integer fibre,
    @Nullable Integer pivot,
    Exposures exposures) {
  private static final double SECONDS_PER_DAY = 86_400;

  /**
   * The frame that a spectrum of a band was cut from; of VR alone what is said under the letter V.
   * A copy in the place of the other band may have kept the letters of its own.
   *
   * @throws org.pawprint.core.fits.UnreadableFits when a date or time is present but is none
   */
  static ArmFrame of(FitsHeader header, Band band) {
    Band own = band == Band.R ? Band.R : Band.V;
    Band other = band == Band.R ? Band.V : Band.R;
    return lettered(header, tells(header, own) || !tells(header, other) ? "_" + own : "_" + other);
  }

  /** What the frames of V and R together tell of their splice; fibre and field are the same. */
  ArmFrame splicedWith(ArmFrame red) {
    return new ArmFrame(
        obsId.flatMap(mine -> red.obsId.map(other -> mine + "-" + other)),
        name.or(() -> red.name),
        field,
        fibre,
        pivot,
        exposures.and(red.exposures));
  }

  private static boolean tells(FitsHeader header, Band band) {
    return header.has("OBSID_" + band)
        || header.has("UTDATE_" + band)
        || header.has("NAME_" + band);
  }

  private static ArmFrame lettered(FitsHeader header, String letter) {
    return new ArmFrame(
        header.text("OBSID" + letter),
        header.text("NAME" + letter),
        header.text("TITLE" + letter),
        Positive.whole(header, "FIBRE" + letter),
        Positive.whole(header, "PIVOT" + letter),
        exposures(header, letter));
  }

  /** NCOMB frames of EXP seconds one after another, the first at UTDATE and UTSTRT. */
  private static Exposures exposures(FitsHeader header, String letter) {
    double single = Positive.number(header, "EXP" + letter);
    Integer count = Positive.whole(header, "NCOMB" + letter);
    double total = count == null ? Double.NaN : single * count;
    double start = start(header, letter);
    return new Exposures(start, start + total / SECONDS_PER_DAY, single, total, count);
  }

  private static double start(FitsHeader header, String letter) {
    Optional<String> date = header.text("UTDATE" + letter);
    Optional<String> time = header.text("UTSTRT" + letter);
    if (date.isEmpty() || time.isEmpty()) {
      return header.number("MJDOBS" + letter).orElse(Double.NaN);
    }
    try {
      return ExposureWindow.lasting(date.get(), time.get(), 0).startMjd();
    } catch (IllegalArgumentException e) {
      throw header.unreadable("UTDATE" + letter, "a date and time: " + e.getMessage());
    }
  }
}
