package org.pawprint.datalink.soda;

import java.util.List;
import java.util.Optional;
import org.pawprint.core.soda.SodaFormat;
import org.pawprint.core.soda.Words;
import org.pawprint.core.spectrum.derive.Derivation;

/**
 * One spectrum wanted.
 *
 * @param ids as submitted; several only where they become one
 * @param part which part of a cube
 * @param component of each spectrum
 * @param steps the parameters given, for the record
 */
record SodaRequest(
    List<String> ids,
    Optional<CubePart> part,
    Words.Component component,
    Operations operations,
    SodaFormat.Requested format,
    List<Derivation.Step> steps) {
  SodaRequest {
    ids = List.copyOf(ids);
    steps = List.copyOf(steps);
  }
}
