package org.pawprint.catalogue.survey;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.pawprint.catalogue.survey.aaomega.AaomegaLoader;
import org.pawprint.catalogue.survey.galah.GalahIraf5Loader;
import org.pawprint.catalogue.survey.galah.GalahIraf6Loader;
import org.pawprint.catalogue.survey.gama.GamaLoader;
import org.pawprint.catalogue.survey.hermes.HermesLoader;
import org.pawprint.catalogue.survey.s7.S7Loader;
import org.pawprint.catalogue.survey.sami.SamiLoader;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.UnreadableFits;

/**
 * The loaders of this release, one line each. A file belongs to the one loader that recognises it;
 * the order decides nothing.
 */
public final class SurveyLoaders {
  private final List<SurveyLoader> loaders;

  /** All of them. */
  public SurveyLoaders() {
    this(
        List.of(
            new AaomegaLoader(),
            new HermesLoader(),
            new GalahIraf5Loader(),
            new GalahIraf6Loader(),
            new GamaLoader(),
            new S7Loader(),
            new SamiLoader()));
  }

  /**
   * @throws IllegalArgumentException when two have the same name
   */
  public SurveyLoaders(List<SurveyLoader> loaders) {
    Set<String> names = new HashSet<>();
    for (SurveyLoader loader : loaders) {
      if (!names.add(loader.name())) {
        throw new IllegalArgumentException("two loaders are named " + loader.name());
      }
    }
    this.loaders = List.copyOf(loaders);
  }

  public List<SurveyLoader> all() {
    return loaders;
  }

  /** Revision of each, by name. */
  public Map<String, Integer> revisions() {
    Map<String, Integer> revisions = new TreeMap<>();
    loaders.forEach(loader -> revisions.put(loader.name(), loader.revision()));
    return revisions;
  }

  /**
   * Asks every loader, by content alone.
   *
   * @throws UnreadableFits when the file is damaged where a loader looked at it
   */
  public Recognition recognise(FitsFile fits) {
    List<SurveyLoader> found = new ArrayList<>(1);
    for (SurveyLoader loader : loaders) {
      if (loader.recognises(fits)) {
        found.add(loader);
      }
    }
    return switch (found.size()) {
      case 0 -> new Recognition.Unknown();
      case 1 -> new Recognition.By(found.get(0));
      default -> new Recognition.Ambiguous(found.stream().map(SurveyLoader::name).toList());
    };
  }
}
