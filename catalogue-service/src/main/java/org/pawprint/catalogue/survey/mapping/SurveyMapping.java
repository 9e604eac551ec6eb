package org.pawprint.catalogue.survey.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.pawprint.catalogue.survey.WavelengthRange;
import org.pawprint.catalogue.survey.WavelengthUnit;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.spectrum.ErrorKind;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.VelocityFrame;

/**
 * A survey as declared.
 *
 * @param files what it reads, for people
 * @param source where the layout is described, for people
 * @param perRow whether every row of the flux is a spectrum, and not the file one
 * @param spectrumName of a spectrum within its exposure
 * @param columns sources of each column, the first that has a value counts
 */
record SurveyMapping(
    String name,
    int revision,
    String collection,
    String files,
    String source,
    List<Mark> identify,
    boolean perRow,
    Flux flux,
    Optional<Error> error,
    Optional<Mask> mask,
    Wavelength wavelength,
    Optional<Targets> targets,
    List<ValueSource> spectrumName,
    Map<ObsCoreColumn, List<ValueSource>> columns) {

  SurveyMapping {
    identify = List.copyOf(identify);
    spectrumName = List.copyOf(spectrumName);
    columns = Map.copyOf(columns);
  }

  /**
   * @param unit the first source that has a value; a file that gives none is refused
   * @param blanks numbers that stand for no data, besides NaN
   */
  record Flux(ArraySource array, List<ValueSource> unit, Set<Double> blanks) {}

  record Error(ArraySource array, ErrorKind kind) {}

  /**
   * @param good the number of a good pixel
   */
  record Mask(ArraySource array, double good) {}

  /**
   * @param array empty where the axis is in the world coordinates of {@code wcs}
   * @param logarithmic whether values are log10 of ångström
   * @param unit where the header or column names none; empty where it must
   */
  record Wavelength(
      Optional<ArraySource> array,
      HduName wcs,
      boolean logarithmic,
      Optional<WavelengthUnit> unit,
      Medium medium,
      VelocityFrame frame,
      Optional<WavelengthRange> within) {}

  /**
   * The table with a row per spectrum.
   *
   * @param column and what it must match for a row to be a target of the survey
   */
  record Targets(HduName hdu, Optional<String> column, Optional<Pattern> matches) {}
}
