package org.pawprint.store.catalogue;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pawprint.core.identifier.PublisherDid;

/** What an operator withdraws. */
public sealed interface WithdrawalScope {
  /** Condition on {@code s} (spectrum) and {@code r} (reduction), with named parameters. */
  String condition();

  /** Values of its parameters. */
  Map<String, Object> parameters();

  /** One spectrum: the version named, or all versions where the name has none. */
  record OfSpectrum(PublisherDid did) implements WithdrawalScope {
    @Override
    public String condition() {
      return did.version().isPresent() ? "lower(s.did) = :name" : "lower(s.alias) = :name";
    }

    @Override
    public Map<String, Object> parameters() {
      return Map.of("name", did.toString().toLowerCase(Locale.ROOT));
    }
  }

  /**
   * Every version of one reduction, all its files.
   *
   * @param source the publisher; without it any
   */
  record OfReduction(String collection, String reductionId, Optional<String> source)
      implements WithdrawalScope {
    @Override
    public String condition() {
      // The files of a reduction that has several are told apart after a '#'.
      return "r.collection = :collection"
          + " AND (r.reduction_key = :id OR starts_with(r.reduction_key, :id || '#'))"
          + (source.isPresent() ? " AND r.source = :source" : "");
    }

    @Override
    public Map<String, Object> parameters() {
      Map<String, Object> parameters = new HashMap<>();
      parameters.put("collection", collection);
      parameters.put("id", reductionId);
      source.ifPresent(s -> parameters.put("source", s));
      return parameters;
    }
  }

  /** A whole release. */
  record OfCollection(String collection) implements WithdrawalScope {
    @Override
    public String condition() {
      return "r.collection = :collection";
    }

    @Override
    public Map<String, Object> parameters() {
      return Map.of("collection", collection);
    }
  }
}
