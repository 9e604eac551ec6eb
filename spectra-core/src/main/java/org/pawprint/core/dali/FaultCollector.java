package org.pawprint.core.dali;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Lets a request be read to its end, so that all its faults are reported together. */
public final class FaultCollector {
  private final List<ParameterFault> faults = new ArrayList<>();

  public void add(ParameterFault fault) {
    faults.add(fault);
  }

  /** What the parser gives, or the stand-in after noting its faults. */
  public <T> T attempt(Supplier<T> parser, T standIn) {
    try {
      return parser.get();
    } catch (ParameterFaults e) {
      faults.addAll(e.faults());
      return standIn;
    }
  }

  /**
   * @throws ParameterFaults with everything noted, if anything was
   */
  public void throwIfAny() {
    if (!faults.isEmpty()) {
      throw new ParameterFaults(faults);
    }
  }
}
