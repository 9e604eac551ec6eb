package org.pawprint.standalone.fidelity;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pawprint.catalogue.survey.LoadedSpectrum;
import org.pawprint.catalogue.survey.Recognition;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.catalogue.survey.SurveyLoader;
import org.pawprint.catalogue.survey.SurveyLoaders;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.spectrum.Spectrum;

/**
 * Loads files and writes their numbers for a program in another language: raw little-endian arrays,
 * one file each, and a description of them. Wavelengths are in ångström as the product keeps them,
 * flux and sigma in the unit of the spectrum.
 */
final class LoadedDump {
  private static final int ROUNDS = 41;

  /** The just-in-time compiler needs this long a file before loaders run as they do all day. */
  private static final Duration WARM_UP = Duration.ofMillis(300);

  private final SurveyLoaders loaders = new SurveyLoaders();
  private final Path folder;
  private int arrays;

  /**
   * @param folder exists and is empty
   */
  LoadedDump(Path folder) {
    this.folder = folder;
  }

  /** Loads the files again and again until loading is as fast as it gets. */
  void warmUp(List<Path> files) throws IOException {
    long until = System.nanoTime() + WARM_UP.multipliedBy(files.size()).toNanos();
    while (System.nanoTime() < until) {
      for (Path file : files) {
        try (FitsFile fits = FitsFile.open(file)) {
          if (loaders.recognise(fits) instanceof Recognition.By by) {
            load(file, fits, by.loader());
          }
        } catch (UnreadableFits e) {
          // Described as refused when its turn comes.
          continue;
        }
      }
    }
  }

  /**
   * One file as our loader reads it.
   *
   * @return {@code path}, {@code loader}, {@code load_ms} (median of warm rounds, reading included)
   *     and {@code spectra}; or {@code path} and {@code refused}
   */
  Map<String, Object> describe(Path file) throws IOException {
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("path", file.toString());
    try (FitsFile fits = FitsFile.open(file)) {
      Recognition recognition = loaders.recognise(fits);
      if (recognition instanceof Recognition.By by) {
        description.put("loader", by.loader().name());
        description.put("load_ms", medianMillis(file, by.loader()));
        description.put("spectra", spectra(load(file, fits, by.loader())));
      } else {
        description.put("refused", recognition.toString());
      }
    } catch (UnreadableFits e) {
      description.put("refused", String.valueOf(e.getMessage()));
    }
    return description;
  }

  private static List<LoadedSpectrum> load(Path file, FitsFile fits, SurveyLoader loader) {
    return loader.load(new SurveyFile(file.getFileName().toString(), fits, Map.of())).spectra();
  }

  private static double medianMillis(Path file, SurveyLoader loader) throws IOException {
    double[] millis = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long began = System.nanoTime();
      try (FitsFile fits = FitsFile.open(file)) {
        load(file, fits, loader);
      }
      millis[i] = (System.nanoTime() - began) / 1e6;
    }
    Arrays.sort(millis);
    return millis[ROUNDS / 2];
  }

  private List<Map<String, Object>> spectra(List<LoadedSpectrum> loaded) throws IOException {
    List<Map<String, Object>> all = new ArrayList<>();
    for (LoadedSpectrum one : loaded) {
      Spectrum spectrum = one.spectrum();
      Map<String, Object> description = new LinkedHashMap<>();
      description.put("name", one.name());
      description.put("subtype", one.row().text(ObsCoreColumn.DATAPRODUCT_SUBTYPE).orElse(""));
      description.put("medium", spectrum.medium().word());
      description.put("unit", spectrum.fluxUnit());
      description.put("error_kind", spectrum.errorKind().term());
      description.put("wavelength", write(spectrum.axis().toArray()));
      description.put("flux", write(spectrum.flux()));
      float[] sigma = spectrum.sigma();
      description.put("sigma", sigma == null ? "" : write(sigma));
      all.add(description);
    }
    return all;
  }

  private String write(double[] values) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES);
    bytes.order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().put(values);
    return write(bytes, "f8");
  }

  private String write(float[] values) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
    bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
    return write(bytes, "f4");
  }

  private String write(ByteBuffer bytes, String type) throws IOException {
    String name = arrays++ + "." + type;
    Files.write(folder.resolve(name), bytes.array());
    return name;
  }
}
