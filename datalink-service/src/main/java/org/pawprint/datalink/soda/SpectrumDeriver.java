package org.pawprint.datalink.soda;

import static org.pawprint.core.soda.SodaParameter.COADD;
import static org.pawprint.core.soda.SodaParameter.COMPONENT;
import static org.pawprint.core.soda.SodaParameter.FLUXCALIB;
import static org.pawprint.core.soda.SodaParameter.FRAME;
import static org.pawprint.core.soda.SodaParameter.ID;
import static org.pawprint.core.soda.SodaParameter.REDSHIFT;
import static org.pawprint.core.soda.SodaParameter.SPLICE;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pawprint.core.dali.Interval;
import org.pawprint.core.dali.ParameterFaults;
import org.pawprint.core.identifier.PublisherDid;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.soda.Words;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.derive.BandCut;
import org.pawprint.core.spectrum.derive.Combination;
import org.pawprint.core.spectrum.derive.Derivation;
import org.pawprint.core.spectrum.derive.Normalisation;
import org.pawprint.core.spectrum.derive.NotDerivable;
import org.pawprint.core.spectrum.derive.Rebin;
import org.pawprint.core.spectrum.derive.Shift;
import org.pawprint.core.spectrum.derive.Splice;
import org.pawprint.datalink.http.ServiceFault;
import org.pawprint.datalink.http.SpectrumById;
import org.pawprint.datalink.http.SpectrumId;
import org.pawprint.datalink.slink.DerivedSpectrum;
import org.pawprint.store.catalogue.SpectrumLookup;
import org.pawprint.store.catalogue.StoredSpectrum;
import org.pawprint.store.file.SegmentReader;
import org.pawprint.store.search.Caller;
import org.springframework.stereotype.Component;

/** Carries out a request on the spectra it names. */
@Component
final class SpectrumDeriver {
  private static final String ABSOLUTE = "absolute";

  /** By which the second arm from the blue end, the third, … were multiplied. */
  private static final String SPLICE_FACTOR = "SPLICE_FACTOR";

  private final SpectrumLookup lookup;
  private final SegmentReader segments;
  private final CubeExtraction cubes;
  private final SkySpectrum skies;

  SpectrumDeriver(
      SpectrumLookup lookup, SegmentReader segments, CubeExtraction cubes, SkySpectrum skies) {
    this.lookup = lookup;
    this.segments = segments;
    this.cubes = cubes;
    this.skies = skies;
  }

  /**
   * @return empty when the band holds nothing
   * @throws ServiceFault for an ID that leads nowhere, and for what cannot be made of its data
   * @throws ParameterFaults for a parameter that does not fit the data
   */
  Optional<DerivedSpectrum> derive(SodaRequest request, Caller caller) throws IOException {
    try {
      List<Prepared> prepared = new ArrayList<>();
      for (StoredSpectrum stored : find(request.ids(), caller)) {
        prepare(stored, request, caller).ifPresent(prepared::add);
      }
      return prepared.isEmpty() ? Optional.empty() : Optional.of(finish(prepared, request));
    } catch (NotDerivable e) {
      throw ServiceFault.usage(String.valueOf(e.getMessage()));
    }
  }

  private List<StoredSpectrum> find(List<String> ids, Caller caller) {
    List<PublisherDid> dids = ids.stream().flatMap(id -> SpectrumId.parse(id).stream()).toList();
    Map<String, StoredSpectrum> known = lookup.find(dids, caller);
    Map<Long, StoredSpectrum> found = new LinkedHashMap<>();
    for (String id : ids) {
      StoredSpectrum stored =
          SpectrumId.parse(id)
              .map(did -> known.get(SpectrumLookup.key(did)))
              .orElseThrow(() -> SpectrumById.fault(id, lookup, caller));
      if (found.put(stored.id(), stored) != null) {
        throw ParameterFaults.of(ID.name(), id, "every spectrum once, under one name");
      }
    }
    return List.copyOf(found.values());
  }

  private Optional<Prepared> prepare(StoredSpectrum stored, SodaRequest request, Caller caller)
      throws IOException {
    Prepared whole =
        stored.isCube() ? extract(stored, request, caller) : read(stored, request, caller);
    Operations.Each each = request.operations().each();
    Optional<Prepared> cut =
        each.band().isEmpty() ? Optional.of(whole) : cut(whole, each.band().get());
    return cut.map(prepared -> shifted(prepared, each));
  }

  private Prepared extract(StoredSpectrum stored, SodaRequest request, Caller caller)
      throws IOException {
    CubePart part =
        request
            .part()
            .orElseThrow(
                () ->
                    ServiceFault.usage(
                        stored.did() + " is a data cube: say which part, by CIRCLE or SPAXEL"));
    if (request.component() == Words.Component.SKY) {
      throw ParameterFaults.of(
          COMPONENT.name(),
          request.component().name(),
          "FLUX: " + stored.did() + " is a data cube");
    }
    return cubes.extract(stored, part, caller);
  }

  private Prepared read(StoredSpectrum stored, SodaRequest request, Caller caller)
      throws IOException {
    if (request.part().isPresent()) {
      throw ServiceFault.usage(
          "CIRCLE, POLYGON, POS and SPAXEL are for cubes, and " + stored.did() + " is a spectrum");
    }
    if (request.component() == Words.Component.SKY) {
      return skies.of(stored, caller);
    }
    Spectrum spectrum = stored.spectrum(segments.read(stored.slice()));
    double stretch = WavelengthFrame.stretch(stored.row(), spectrum.frame());
    return Prepared.of(stored, stored.row(), spectrum, stretch);
  }

  private static Optional<Prepared> cut(Prepared prepared, Interval band) {
    return BandCut.of(prepared.spectrum(), band.lo(), band.hi(), prepared.observed())
        .map(prepared::with);
  }

  private static Prepared shifted(Prepared prepared, Operations.Each each) {
    Prepared shifted = prepared;
    if (each.specsys().isPresent()) {
      shifted = WavelengthFrame.toObserver(shifted, each.specsys().get());
    }
    if (each.medium().isPresent()) {
      shifted = shifted.with(Shift.toMedium(shifted.spectrum(), each.medium().get()));
    }
    if (each.frame().isPresent()) {
      shifted = WavelengthFrame.toFrame(shifted, each.frame().get(), each.redshift());
    }
    return shifted;
  }

  /** What is done with all that was taken. */
  static DerivedSpectrum finish(List<Prepared> parts, SodaRequest request) {
    Operations operations = request.operations();
    Prepared first = parts.get(0);
    Splice.Spliced spliced = joined(parts.stream().map(Prepared::spectrum).toList(), operations);
    Prepared joined = first.with(spliced.spectrum());
    Spectrum spectrum = joined.spectrum();
    Operations.One one = operations.one();
    if (one.smooth().isPresent()) {
      spectrum = one.smooth().get().of(spectrum);
    }
    if (one.normalise().isPresent()) {
      spectrum = Normalisation.byContinuum(spectrum, one.normalise().get());
    }
    if (one.fluxcalib().isPresent()) {
      spectrum = calibrated(spectrum, one.fluxcalib().get(), parts);
    }
    Prepared result = joined.with(spectrum);
    return new DerivedSpectrum(
        spectrum,
        DerivedRow.of(parts, result, operations),
        first.parent(),
        new Derivation(
            CreationType.of(request).term(),
            parts.stream().map(part -> part.parent().did().toString()).toList(),
            steps(request, parts, spliced.factors())));
  }

  /** COADD and SPLICE, and REBIN, which gives COADD its pixels. */
  private static Splice.Spliced joined(List<Spectrum> spectra, Operations operations) {
    Optional<SpectralAxis> grid =
        operations.one().rebin().map(rebin -> rebin.axis(spectra.get(0).axis()));
    Optional<Combination> coadd = operations.all().coadd();
    if (coadd.isPresent()) {
      SpectralAxis axis = grid.orElseGet(() -> spectra.get(0).axis());
      CombinedSize.require(COADD, coadd.get().name(), spectra.size(), axis.length());
      return new Splice.Spliced(coadd.get().of(spectra, axis), List.of());
    }
    long pixels = spectra.stream().mapToLong(Spectrum::length).sum();
    operations
        .all()
        .splice()
        .ifPresent(splice -> CombinedSize.require(SPLICE, splice.name(), spectra.size(), pixels));
    Splice.Spliced spliced =
        operations
            .all()
            .splice()
            .map(splice -> splice.of(spectra))
            .orElseGet(() -> new Splice.Spliced(spectra.get(0), List.of()));
    Spectrum one = spliced.spectrum();
    return operations
        .one()
        .rebin()
        .map(rebin -> Rebin.onto(rebin.axis(one.axis()), one))
        .map(rebinned -> new Splice.Spliced(rebinned, spliced.factors()))
        .orElse(spliced);
  }

  private static Spectrum calibrated(
      Spectrum spectrum, Words.FluxCalibration wanted, List<Prepared> parts) {
    if (wanted == Words.FluxCalibration.RELATIVE) {
      return Normalisation.byMaximum(spectrum);
    }
    for (Prepared part : parts) {
      String status = part.row().text(ObsCoreColumn.O_CALIB_STATUS).orElse("unknown");
      if (!status.equals(ABSOLUTE)) {
        throw ParameterFaults.of(
            FLUXCALIB.name(),
            wanted.name(),
            "RELATIVE or nothing: the flux of %s is %s".formatted(part.parent().did(), status));
      }
    }
    return spectrum;
  }

  /**
   * The parameters, with every redshift that was used before FRAME, and what SPLICE multiplied by
   * behind it.
   */
  private static List<Derivation.Step> steps(
      SodaRequest request, List<Prepared> parts, List<Double> factors) {
    List<Derivation.Step> steps = new ArrayList<>();
    for (Derivation.Step step : request.steps()) {
      if (step.name().equals(FRAME.name())) {
        parts.stream()
            .flatMapToDouble(part -> part.redshift().stream())
            .distinct()
            .mapToObj(z -> SodaGiven.step(REDSHIFT, Double.toString(z)))
            .forEach(steps::add);
      }
      steps.add(step);
      if (step.name().equals(SPLICE.name()) && !factors.isEmpty()) {
        String text = factors.stream().map(String::valueOf).collect(Collectors.joining(" "));
        steps.add(new Derivation.Step(SPLICE_FACTOR, text, "", "arith.factor"));
      }
    }
    return steps;
  }
}
