package org.pawprint.catalogue.survey;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.core.identifier.Sha256;
import org.pawprint.core.sky.SkyPosition;
import org.pawprint.core.time.TimeScale;

/** Facts of an observation that may stand in one header or the other. */
public final class FitsFacts {
  private static final int DIGITS = 12;

  /** Frames whose axes agree with ICRS to a few hundredths of an arcsecond. */
  private static final Set<String> LIKE_ICRS = Set.of("ICRS", "FK5");

  private final List<FitsHeader> headers;

  /**
   * @param headers one or more, the first that has a card counts
   */
  public FitsFacts(List<FitsHeader> headers) {
    this.headers = List.copyOf(headers);
  }

  public Optional<String> text(String key) {
    return headers.stream().flatMap(h -> h.text(key).stream()).findFirst();
  }

  /** A number above zero. */
  public Optional<Double> positive(String key) {
    return number(key).filter(value -> value > 0);
  }

  public Optional<Double> number(String key) {
    for (FitsHeader header : headers) {
      OptionalDouble number = header.number(key);
      if (number.isPresent()) {
        return Optional.of(number.getAsDouble());
      }
    }
    return Optional.empty();
  }

  /**
   * A position in degrees, ICRS or J2000.
   *
   * @throws UnreadableFits when it is absent, impossible or in another frame
   */
  public SkyPosition position(String raKey, String decKey) {
    Optional<String> frame = text("RADESYS").or(() -> text("RADECSYS"));
    if (frame.isPresent() && !LIKE_ICRS.contains(frame.get().toUpperCase(Locale.ROOT))) {
      throw headers.get(0).unreadable("RADESYS", frame.get(), "ICRS or FK5");
    }
    if (number("EQUINOX").filter(equinox -> equinox != 2000).isPresent()) {
      throw headers.get(0).unreadable("EQUINOX", text("EQUINOX").orElse(""), "2000");
    }
    Optional<Double> ra = number(raKey);
    Optional<Double> dec = number(decKey);
    if (ra.isEmpty() || dec.isEmpty()) {
      throw headers.get(0).unreadable(ra.isEmpty() ? raKey : decKey, "none", "degrees");
    }
    try {
      return new SkyPosition(ra.get(), dec.get());
    } catch (IllegalArgumentException e) {
      throw headers.get(0).unreadable(decKey, String.valueOf(dec.get()), "degrees, -90 to 90");
    }
  }

  /**
   * TIMESYS.
   *
   * @param silent the scale where there is no such card
   */
  public TimeScale timeScale(TimeScale silent) {
    Optional<String> word = text("TIMESYS");
    return word.isEmpty()
        ? silent
        : TimeScale.of(word.get())
            .orElseThrow(() -> headers.get(0).unreadable("TIMESYS", word.get(), "UTC, TAI or TT"));
  }

  /** A name for an exposure that has none: twelve digits of the SHA-256 of some cards. */
  public String digest(List<String> keys) {
    List<String> lines = new ArrayList<>();
    keys.forEach(key -> lines.add(key + "=" + text(key).orElse("")));
    byte[] told = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    return "obs-" + Sha256.of(told).hex().substring(0, DIGITS);
  }
}
