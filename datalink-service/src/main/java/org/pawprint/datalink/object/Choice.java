package org.pawprint.datalink.object;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.pawprint.core.dali.ParameterFault;
import org.pawprint.datalink.http.ServiceFault;
import org.pawprint.store.catalogue.ObjectSpectrum;

/** Which one of an object's spectra a request means; what is wrong is said by what is there. */
final class Choice {
  private final ObjectRequest request;
  private final List<ObjectSpectrum> all;

  /**
   * @param all the object's spectra, in the order that IDX counts
   */
  Choice(ObjectRequest request, List<ObjectSpectrum> all) {
    this.request = request;
    this.all = all;
  }

  /**
   * @throws ServiceFault naming the parameter for which there is none
   */
  ObjectSpectrum spectrum() {
    if (all.isEmpty()) {
      throw ServiceFault.notThere(
          "ID " + ServiceFault.quote(request.object()) + " names no object of a survey here");
    }
    List<ObjectSpectrum> ofBand = ofBand(ofCollection());
    if (request.index() >= ofBand.size()) {
      String there = ofBand.stream().map(Choice::words).limit(20).collect(Collectors.joining(", "));
      throw absent(
          ObjectRequest.IDX,
          String.valueOf(request.index()),
          "0 to %d: %s".formatted(ofBand.size() - 1, there));
    }
    return ofBand.get(request.index());
  }

  /**
   * The collection of that name in any case; where there is none, those with the text in their
   * name, as SSA's COLLECTION has it. An object of several collections needs to be told of which.
   */
  private List<ObjectSpectrum> ofCollection() {
    String wanted = request.collection().toLowerCase(Locale.ROOT);
    List<ObjectSpectrum> exact =
        all.stream().filter(s -> lower(s.collection()).equals(wanted)).toList();
    List<ObjectSpectrum> found =
        exact.isEmpty()
            ? all.stream().filter(s -> lower(s.collection()).contains(wanted)).toList()
            : exact;
    Set<String> collections = collections(found);
    if (collections.size() != 1) {
      throw absent(
          ObjectRequest.DR,
          request.collection(),
          oneOf(collections.isEmpty() ? collections(all) : collections)
              + ", which has ID "
              + ServiceFault.quote(request.object()));
    }
    return found;
  }

  private static Set<String> collections(List<ObjectSpectrum> spectra) {
    return spectra.stream()
        .map(ObjectSpectrum::collection)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Data Central's clients call the green band of HERMES V or G. */
  private List<ObjectSpectrum> ofBand(List<ObjectSpectrum> spectra) {
    String wanted = lower(request.band());
    if (wanted.isEmpty()) {
      return spectra;
    }
    Set<String> names = wanted.matches("[gv]") ? Set.of("g", "v") : Set.of(wanted);
    List<ObjectSpectrum> found =
        spectra.stream()
            .filter(s -> names.contains(lower(s.band())) || names.contains(lower(s.arm())))
            .toList();
    if (found.isEmpty()) {
      Set<String> bands =
          spectra.stream()
              .map(ObjectSpectrum::band)
              .filter(band -> !band.isEmpty())
              .collect(Collectors.toCollection(LinkedHashSet::new));
      throw absent(
          ObjectRequest.FILT,
          request.band(),
          bands.isEmpty() ? "none: these spectra have no bands" : oneOf(bands));
    }
    return found;
  }

  private static String words(ObjectSpectrum spectrum) {
    String words = (spectrum.band() + " " + spectrum.subtype()).strip();
    return words.isEmpty() ? "a spectrum" : words;
  }

  private static String oneOf(Set<String> words) {
    return (words.size() == 1 ? "" : "one of ") + String.join(", ", words);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static ServiceFault absent(String parameter, String received, String expected) {
    return ServiceFault.notThere(new ParameterFault(parameter, received, expected).message());
  }
}
