package org.pawprint.store.catalogue;

import java.util.Objects;
import java.util.Optional;
import org.pawprint.core.sky.SkyPosition;

/**
 * What a survey's own table says of a target.
 *
 * @param position ICRS
 * @param redshift as the table gives it
 * @param rv radial velocity in km/s
 * @param name the table's name of it
 */
public record Target(
    Optional<SkyPosition> position,
    Optional<Double> redshift,
    Optional<Double> rv,
    Optional<String> name) {

  /** Of two rows with the same key, only what they agree on. */
  Target agreeingWith(Target other) {
    return new Target(
        position.filter(p -> Objects.equals(other.position.orElse(null), p)),
        redshift.filter(z -> Objects.equals(other.redshift.orElse(null), z)),
        rv.filter(v -> Objects.equals(other.rv.orElse(null), v)),
        name.filter(n -> Objects.equals(other.name.orElse(null), n)));
  }
}
