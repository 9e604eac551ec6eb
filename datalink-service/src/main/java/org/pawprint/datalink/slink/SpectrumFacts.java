package org.pawprint.datalink.slink;

import java.util.Locale;
import java.util.Optional;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.VelocityFrame;
import org.pawprint.core.spectrum.derive.Derivation;
import org.pawprint.store.catalogue.StoredSpectrum;

/**
 * What a VOTable says of a spectrum besides its numbers, whether it is served as it was reduced or
 * derived from others.
 *
 * @param name for want of a title
 * @param authority who publishes it
 * @param state of the version, empty for a derived spectrum, which has none
 * @param derivation empty for a spectrum as reduced
 */
record SpectrumFacts(
    String name,
    String authority,
    Optional<String> state,
    Optional<String> withdrawnBecause,
    ObsCoreRow row,
    Pixels pixels,
    Optional<Derivation> derivation) {

  /** What is known of the numbers before they are read. */
  record Pixels(int count, boolean hasSigma, Medium medium, VelocityFrame frame) {}

  static SpectrumFacts of(StoredSpectrum stored) {
    return new SpectrumFacts(
        stored.did().toString(),
        stored.did().authority(),
        Optional.of(stored.state().name().toLowerCase(Locale.ROOT)),
        stored.withdrawnBecause(),
        stored.row(),
        new Pixels(
            stored.slice().pixels(), stored.slice().hasSigma(), stored.medium(), stored.frame()),
        Optional.empty());
  }

  static SpectrumFacts of(DerivedSpectrum derived) {
    Spectrum spectrum = derived.spectrum();
    return new SpectrumFacts(
        derived.parent().did().toString(),
        derived.parent().did().authority(),
        Optional.empty(),
        Optional.empty(),
        derived.row(),
        new Pixels(
            spectrum.length(), spectrum.sigma() != null, spectrum.medium(), spectrum.frame()),
        Optional.of(derived.derivation()));
  }

  /** How wavelength and flux came about. */
  String origin() {
    return derivation.isEmpty() ? "as reduced" : "as derived";
  }
}
