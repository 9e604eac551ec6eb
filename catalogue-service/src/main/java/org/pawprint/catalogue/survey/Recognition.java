package org.pawprint.catalogue.survey;

import java.util.List;

/** Whose file this is. */
public sealed interface Recognition {

  /** Exactly one loader knows it. */
  record By(SurveyLoader loader) implements Recognition {}

  /** No loader knows it. */
  record Unknown() implements Recognition {}

  /**
   * Several loaders claim it, which is a fault of theirs; the file is not to be loaded by any.
   *
   * @param loaders names, two or more
   */
  record Ambiguous(List<String> loaders) implements Recognition {
    public Ambiguous {
      loaders = List.copyOf(loaders);
    }
  }
}
