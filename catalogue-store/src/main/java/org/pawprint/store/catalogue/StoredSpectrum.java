package org.pawprint.store.catalogue;

import java.util.Optional;
import org.pawprint.core.identifier.PublisherDid;
import org.pawprint.core.identifier.ReductionVersion;
import org.pawprint.core.identifier.Sha256;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.ErrorKind;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.SkyPlace;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.VelocityFrame;
import org.pawprint.store.file.SegmentSlice;
import org.pawprint.store.file.SliceArrays;

/**
 * One spectrum, or one cube of spectra, as the catalogue knows it.
 *
 * @param id key of the identity
 * @param did full, with its version
 * @param state whether it is the newest version
 * @param withdrawnBecause why it was withdrawn, for {@link State#WITHDRAWN}
 * @param version which reduction it is from
 * @param row its metadata
 * @param pixels where the numbers of a spectrum are; empty for a cube, which is its original file
 * @param originalName name of the file it came from
 */
public record StoredSpectrum(
    long id,
    PublisherDid did,
    State state,
    Optional<String> withdrawnBecause,
    ReductionVersion version,
    ObsCoreRow row,
    Optional<StoredPixels> pixels,
    String originalName) {

  /** The words of the column {@code spectrum.state}, in upper case. */
  public enum State {
    CURRENT,
    SUPERSEDED,
    WITHDRAWN
  }

  /** Digest of the file it came from. */
  public Sha256 original() {
    return version.original();
  }

  /** Whether it is served as its original file only. */
  public boolean isCube() {
    return pixels.isEmpty();
  }

  /**
   * Where the numbers lie.
   *
   * @throws IllegalStateException for a cube
   */
  public SegmentSlice slice() {
    return requiredPixels().slice();
  }

  /**
   * How the wavelengths are kept.
   *
   * @throws IllegalStateException for a cube
   */
  public StoredAxis axis() {
    return requiredPixels().axis();
  }

  /** Where the original has the sky that was subtracted; of a cube nowhere. */
  public Optional<SkyPlace> sky() {
    return pixels.flatMap(StoredPixels::sky);
  }

  private StoredPixels requiredPixels() {
    return pixels.orElseThrow(() -> new IllegalStateException(did + " is a cube"));
  }

  /**
   * The spectrum itself.
   *
   * @param arrays what the segment holds at {@link #slice}
   */
  public Spectrum spectrum(SliceArrays arrays) {
    return new Spectrum(
        requiredPixels().axis(arrays),
        medium(),
        frame(),
        arrays.flux(),
        arrays.sigma(),
        arrays.mask(),
        row.text(ObsCoreColumn.O_UNIT).orElse(""),
        errorKind());
  }

  /** Medium of the wavelengths as stored. */
  public Medium medium() {
    return medium(row.text(ObsCoreColumn.SPECTRAL_MEDIUM).orElse(""));
  }

  /** What the column {@code spectral_medium} says; empty for nothing. */
  static Medium medium(String word) {
    return word.equals(Medium.AIR.word()) ? Medium.AIR : Medium.VACUUM;
  }

  /** Velocity frame of the wavelengths as stored. */
  public VelocityFrame frame() {
    return frame(row.text(ObsCoreColumn.SPECSYS).orElse(""));
  }

  /** What the column {@code specsys} says; empty for nothing. */
  static VelocityFrame frame(String specsys) {
    return VelocityFrame.ofSpecsys(specsys).orElse(VelocityFrame.TOPOCENTRIC);
  }

  /** A slice without sigma has no errors, whatever the row says; one with sigma has some. */
  public ErrorKind errorKind() {
    if (!slice().hasSigma()) {
      return ErrorKind.NONE;
    }
    String term = row.text(ObsCoreColumn.ERROR_KIND).orElse("");
    for (ErrorKind kind : ErrorKind.values()) {
      if (kind != ErrorKind.NONE && kind.term().equals(term)) {
        return kind;
      }
    }
    return ErrorKind.SIGMA;
  }
}
