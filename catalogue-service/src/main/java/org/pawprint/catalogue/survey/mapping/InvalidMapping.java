package org.pawprint.catalogue.survey.mapping;

import java.util.List;

/** Mappings that cannot be used; the message has a line for every fault in every file. */
public final class InvalidMapping extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  InvalidMapping(List<String> faults) {
    super(String.join(System.lineSeparator(), faults));
  }
}
