package org.pawprint.datalink.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Values that never change for their keys, remembered for the keys asked for last. Safe for several
 * threads.
 */
public final class Recent<K, V> {
  /** In the order of the last question. Guarded by itself. */
  private final Map<K, V> values;

  /**
   * @param most values remembered at once
   */
  public Recent(int most) {
    values =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  /** The value, if it is remembered. */
  public Optional<V> get(K key) {
    synchronized (values) {
      return Optional.ofNullable(values.get(key));
    }
  }

  /** The value, made outside the lock and remembered where it was not. */
  public V get(K key, Supplier<V> maker) {
    Optional<V> known = get(key);
    if (known.isPresent()) {
      return known.get();
    }
    V made = maker.get();
    put(key, made);
    return made;
  }

  /** Remembers a value, and forgets the one not asked for the longest if there are too many. */
  public void put(K key, V value) {
    synchronized (values) {
      values.put(key, value);
    }
  }
}
