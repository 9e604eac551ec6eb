package org.pawprint.core.dali;

import java.util.List;
import java.util.stream.Collectors;

/** The parameters of a request cannot be used; holds every fault that was found, at least one. */
public final class ParameterFaults extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<ParameterFault> faults;

  public ParameterFaults(List<ParameterFault> faults) {
    super(faults.stream().map(ParameterFault::message).collect(Collectors.joining("; ")));
    if (faults.isEmpty()) {
      throw new IllegalArgumentException("no fault given");
    }
    this.faults = List.copyOf(faults);
  }

  public static ParameterFaults of(String parameter, String received, String expected) {
    return new ParameterFaults(List.of(new ParameterFault(parameter, received, expected)));
  }

  public List<ParameterFault> faults() {
    return faults;
  }
}
