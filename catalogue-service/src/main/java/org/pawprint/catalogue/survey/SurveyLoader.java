package org.pawprint.catalogue.survey;

import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.UnreadableFits;

/** Reads the files of one survey or pipeline. Thread-safe and without state. */
public interface SurveyLoader {

  /** Short lower-case name, e.g. {@code aaomega}; stays the same for ever. */
  String name();

  /** Rises whenever the loader would read the same file differently. */
  int revision();

  /** The collection where neither event nor operator names one. */
  String defaultCollection();

  /** What it reads and how, for people. */
  LoaderFacts facts();

  /**
   * Whether the file is one of ours, by its content alone; absent keywords mean no.
   *
   * @throws UnreadableFits when the file is damaged where it was looked at
   */
  boolean recognises(FitsFile fits);

  /**
   * Reads every spectrum of a recognised file. One bad fibre does not cost the others.
   *
   * @throws UnreadableFits when the file as a whole cannot be read
   */
  LoadedFile load(SurveyFile file);
}
