package org.pawprint.catalogue.survey.sixdfgs;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.pawprint.core.fits.FitsHdu;

/**
 * The HDUs of one observation of an object, at most one per claimed band. The splice VR tells
 * neither when nor in which frames it was observed; that is written beside V and R.
 */
final class Observation {
  private final Map<Band, FitsHdu> hdus = new EnumMap<>(Band.class);

  /**
   * The observations of a file, in its order: each begins anew with V, or R where there is no V.
   */
  static List<Observation> in(List<FitsHdu> spectra) {
    List<Observation> observations = new ArrayList<>();
    Observation current = new Observation();
    Band last = Band.VR;
    for (FitsHdu hdu : spectra) {
      Band claimed = Band.named(hdu).orElseThrow();
      if (claimed.compareTo(last) <= 0) {
        current = new Observation();
        observations.add(current);
      }
      current.hdus.put(claimed, hdu);
      last = claimed;
    }
    return observations;
  }

  /** In the order V, R, VR. */
  Map<Band, FitsHdu> hdus() {
    return hdus;
  }

  /** The frame of a spectrum of V or R, both frames of VR where V and R stand beside it. */
  ArmFrame frame(BandSpectrum spectrum) {
    FitsHdu v = hdus.get(Band.V);
    FitsHdu r = hdus.get(Band.R);
    if (spectrum.band() != Band.VR || v == null || r == null) {
      return ArmFrame.of(spectrum.header(), spectrum.band());
    }
    return ArmFrame.of(v.header(), Band.V).splicedWith(ArmFrame.of(r.header(), Band.R));
  }
}
