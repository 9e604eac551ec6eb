package org.pawprint.catalogue.survey;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.pawprint.catalogue.survey.aaomega.AaomegaLoader;
import org.pawprint.catalogue.survey.desi.DesiLoader;
import org.pawprint.catalogue.survey.eso.EsoLoader;
import org.pawprint.catalogue.survey.galah.GalahIraf5Loader;
import org.pawprint.catalogue.survey.galah.GalahIraf6Loader;
import org.pawprint.catalogue.survey.gama.GamaLoader;
import org.pawprint.catalogue.survey.hermes.HermesLoader;
import org.pawprint.catalogue.survey.ivoa.IvoaFitsLoader;
import org.pawprint.catalogue.survey.ivoa.IvoaVoTableLoader;
import org.pawprint.catalogue.survey.mapping.MappedLoader;
import org.pawprint.catalogue.survey.ozdes.OzdesLoader;
import org.pawprint.catalogue.survey.s7.S7Loader;
import org.pawprint.catalogue.survey.sami.SamiLoader;
import org.pawprint.catalogue.survey.sdss.SpSpecLoader;
import org.pawprint.catalogue.survey.sdss.SpecLoader;
import org.pawprint.catalogue.survey.sixdfgs.SixdfgsLoader;
import org.pawprint.catalogue.survey.twodfgrs.TwoDfgrsLoader;
import org.pawprint.catalogue.survey.wigglez.WigglezLoader;
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
    this(released());
  }

  private static List<SurveyLoader> released() {
    List<SurveyLoader> all = new ArrayList<>();
    all.add(new AaomegaLoader());
    all.add(new HermesLoader());
    all.add(new TwoDfgrsLoader());
    all.add(new SixdfgsLoader());
    all.add(new GalahIraf5Loader());
    all.add(new GalahIraf6Loader());
    all.add(new GamaLoader());
    all.add(new OzdesLoader());
    all.add(new WigglezLoader());
    all.add(new SamiLoader());
    all.add(new S7Loader());
    all.add(new SpSpecLoader());
    all.add(new SpecLoader());
    all.add(new DesiLoader());
    all.add(new EsoLoader());
    all.add(new IvoaFitsLoader());
    all.add(new IvoaVoTableLoader());
    all.addAll(MappedLoader.bundled());
    return all;
  }

  /**
   * Those of this release and more.
   *
   * @param declared what the operator has added
   * @throws IllegalArgumentException when two have the same name
   */
  public static SurveyLoaders with(List<SurveyLoader> declared) {
    List<SurveyLoader> all = released();
    all.addAll(declared);
    return new SurveyLoaders(all);
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
  public Recognition recognise(OriginalContent content) {
    List<SurveyLoader> found = new ArrayList<>(1);
    for (SurveyLoader loader : loaders) {
      if (loader.recognises(content)) {
        found.add(loader);
      }
    }
    return switch (found.size()) {
      case 0 -> new Recognition.Unknown();
      case 1 -> new Recognition.By(found.get(0));
      default -> new Recognition.Ambiguous(found.stream().map(SurveyLoader::name).toList());
    };
  }

  /** As {@link #recognise(OriginalContent)}, of a FITS file. */
  public Recognition recognise(FitsFile fits) {
    return recognise(new OriginalContent.Fits(fits));
  }
}
