package org.pawprint.standalone.simulate;

import java.time.Instant;
import java.util.List;

/**
 * One exposure of one configured plate; each arm of it becomes a frame.
 *
 * @param seed of this exposure's noise
 * @param label the field file's title
 * @param configurationFile name of the configuration, shared by both arms and by repeats
 * @param plate 0 or 1
 * @param run run number, unique within a night
 * @param raDegrees, decDegrees centre, mean J2000
 * @param seeingArcsec full width at half maximum
 * @param fibres 400, in slit order
 */
public record SimulatedField(
    long seed,
    String label,
    String configurationFile,
    int plate,
    int run,
    String programme,
    double raDegrees,
    double decDegrees,
    Instant start,
    int exposureSeconds,
    double seeingArcsec,
    List<Fibre> fibres) {

  /** Fibres of a 2dF plate. */
  public static final int FIBRES = 400;

  public SimulatedField {
    fibres = List.copyOf(fibres);
    if (fibres.size() != FIBRES) {
      throw new IllegalArgumentException("a plate has 400 fibres, not " + fibres.size());
    }
  }

  /** Shutter closed; may be on the next UTC day. */
  public Instant end() {
    return start.plusSeconds(exposureSeconds);
  }

  /** Number of spectra of the programme. */
  public long programmeFibres() {
    return fibres.stream().filter(fibre -> fibre.use() == FibreUse.PROGRAMME).count();
  }

  /** Name of the target on the first programme fibre. */
  public String firstTarget() {
    return fibres.stream()
        .filter(fibre -> fibre.use() == FibreUse.PROGRAMME)
        .map(Fibre::name)
        .findFirst()
        .orElseThrow();
  }
}
