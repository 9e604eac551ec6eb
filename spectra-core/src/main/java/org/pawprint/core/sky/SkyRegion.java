package org.pawprint.core.sky;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** A part of the sky in ICRS, as DALI and SODA spell it; the border belongs to it. */
public sealed interface SkyRegion permits Cone, SkyRegion.Range, SkyRegion.Polygon {
  boolean contains(SkyPosition place);

  /** As STC-S, where it has such a shape (ObsCore-1.1 4.12). */
  Optional<String> stc();

  /** Right ascensions and declinations in degrees; open sides are infinite. */
  record Range(double raFrom, double raTo, double decFrom, double decTo) implements SkyRegion {
    public Range {
      if (!(raFrom <= raTo) || !(decFrom <= decTo)) {
        throw new IllegalArgumentException("a range runs from low to high");
      }
    }

    @Override
    public boolean contains(SkyPosition place) {
      return raFrom <= place.raDeg()
          && place.raDeg() <= raTo
          && decFrom <= place.decDeg()
          && place.decDeg() <= decTo;
    }

    @Override
    public Optional<String> stc() {
      return Optional.empty();
    }
  }

  /**
   * What the great circles between the corners enclose; corners in either sense.
   *
   * @param corners three or more, all within 90° of the first
   */
  record Polygon(List<SkyPosition> corners) implements SkyRegion {
    private static final double FARTHEST_DEG = 90;

    public Polygon {
      corners = List.copyOf(corners);
      if (corners.size() < 3) {
        throw new IllegalArgumentException("a polygon of " + corners.size() + " corners");
      }
      for (SkyPosition corner : corners) {
        if (corners.get(0).separationDeg(corner) > FARTHEST_DEG) {
          throw new IllegalArgumentException("corners more than 90 degrees apart");
        }
      }
    }

    /** By how often the bearing of the corners turns round the place. */
    @Override
    public boolean contains(SkyPosition place) {
      // On the far side bearings turn as well.
      if (place.separationDeg(corners.get(0)) > FARTHEST_DEG) {
        return false;
      }
      double turned = 0;
      double before = bearing(place, corners.get(corners.size() - 1));
      for (SkyPosition corner : corners) {
        if (place.separationDeg(corner) == 0) {
          return true;
        }
        double now = bearing(place, corner);
        turned += Math.IEEEremainder(now - before, 2 * Math.PI);
        before = now;
      }
      return Math.abs(turned) > Math.PI;
    }

    /** Direction of another place, in radians from north over east. */
    private static double bearing(SkyPosition from, SkyPosition to) {
      double dRa = Math.toRadians(to.raDeg() - from.raDeg());
      double dec = Math.toRadians(from.decDeg());
      double toDec = Math.toRadians(to.decDeg());
      return Math.atan2(
          Math.sin(dRa) * Math.cos(toDec),
          Math.cos(dec) * Math.sin(toDec) - Math.sin(dec) * Math.cos(toDec) * Math.cos(dRa));
    }

    @Override
    public Optional<String> stc() {
      StringJoiner polygon = new StringJoiner(" ", "Polygon ICRS ", "");
      for (SkyPosition corner : corners) {
        polygon.add(StcText.degrees(corner.raDeg())).add(StcText.degrees(corner.decDeg()));
      }
      return Optional.of(polygon.toString());
    }
  }
}
