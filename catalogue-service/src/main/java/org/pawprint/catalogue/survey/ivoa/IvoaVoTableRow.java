package org.pawprint.catalogue.survey.ivoa;

import static org.pawprint.core.obscore.ObsCoreColumn.CALIB_LEVEL;
import static org.pawprint.core.obscore.ObsCoreColumn.DATAPRODUCT_SUBTYPE;
import static org.pawprint.core.obscore.ObsCoreColumn.OBS_CREATOR_DID;
import static org.pawprint.core.obscore.ObsCoreColumn.OBS_ID;
import static org.pawprint.core.obscore.ObsCoreColumn.O_UCD;
import static org.pawprint.core.obscore.ObsCoreColumn.S_DEC;
import static org.pawprint.core.obscore.ObsCoreColumn.S_FOV;
import static org.pawprint.core.obscore.ObsCoreColumn.S_RA;
import static org.pawprint.core.obscore.ObsCoreColumn.T_MAX;
import static org.pawprint.core.obscore.ObsCoreColumn.T_MIN;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.pawprint.catalogue.survey.RowDerivation;
import org.pawprint.catalogue.survey.SpectrumColumn;
import org.pawprint.core.identifier.Sha256;
import org.pawprint.core.obscore.ColumnType;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.sky.SkyPosition;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.time.TimeScale;
import org.pawprint.core.votable.read.ReadField;

/** The row of a VOTable: each column from the PARAM that has its utype or its name. */
final class IvoaVoTableRow {
  private static final int DIGITS = 12;

  /** Whose, which and how good: of the archive that catalogues, not of the one that made it. */
  private static final Set<ObsCoreColumn> OURS =
      EnumSet.of(
          ObsCoreColumn.OBS_COLLECTION,
          ObsCoreColumn.OBS_PUBLISHER_DID,
          ObsCoreColumn.PUBLISHER_ID,
          ObsCoreColumn.DATA_RIGHTS,
          ObsCoreColumn.OBS_RELEASE_DATE,
          ObsCoreColumn.OBS_CREATION_DATE,
          ObsCoreColumn.REDUCTION_ID,
          ObsCoreColumn.REDUCTION_VERSION,
          ObsCoreColumn.LAST_MODIFIED,
          ObsCoreColumn.QUALITY_FLAGS);

  private static final List<String> TELLING =
      List.of(
          "DataID.Title", "Target.Name", "DataID.Date", "Char.TimeAxis.Coverage.Location.Value");

  private static final double ARCSEC_PER_DEGREE = 3600;

  private final IvoaParams params;
  private final SpectrumColumn flux;

  IvoaVoTableRow(IvoaParams params, SpectrumColumn flux) {
    this.params = params;
    this.flux = flux;
  }

  ObsCoreRow of(Spectrum spectrum) {
    ObsCoreRow.Builder row = ObsCoreRow.builder().set(CALIB_LEVEL, 2);
    row.set(DATAPRODUCT_SUBTYPE, flux.isRatio() ? "normalised" : "science");
    for (ObsCoreColumn column : ObsCoreColumn.values()) {
      if (!OURS.contains(column)) {
        params.column(column).ifPresent(param -> set(row, column, param));
      }
    }
    identity(row);
    position(row);
    times(row);
    row.set(O_UCD, ucd());
    return RowDerivation.complete(row.build(), spectrum);
  }

  private void set(ObsCoreRow.Builder row, ObsCoreColumn column, ReadField param) {
    String value = param.value().strip();
    try {
      switch (column.type()) {
        case STRING -> row.set(column, value);
        case INT -> row.set(column, (int) Double.parseDouble(value));
        case LONG -> row.set(column, (long) Double.parseDouble(value));
        case DOUBLE -> row.set(column, inUnit(column, param, Double.parseDouble(value)));
        case TIMESTAMP -> {
          // All of them are this archive's own.
        }
      }
    } catch (NumberFormatException e) {
      throw params.table().unreadable(param.name(), "'" + value + "'", "a number");
    }
  }

  /**
   * The model lets resolution and aperture be in units of their axis; others are the catalogue's.
   */
  private static Double inUnit(ObsCoreColumn column, ReadField param, double value) {
    String unit = param.unit().strip().toLowerCase(Locale.ROOT);
    if (column == S_FOV && unit.equals("arcsec")) {
      return value / ARCSEC_PER_DEGREE;
    }
    boolean alike = unit.isEmpty() || unit.equals(column.unit());
    return alike || column.type() != ColumnType.DOUBLE ? value : Double.NaN;
  }

  private void identity(ObsCoreRow.Builder row) {
    Optional<String> did =
        params.text("DataID.CreatorDID").or(() -> params.text("Curation.PublisherDID"));
    did.ifPresent(id -> row.set(OBS_CREATOR_DID, id));
    if (params.column(OBS_ID).isEmpty()) {
      List<String> lines = new ArrayList<>();
      did.ifPresentOrElse(
          lines::add, () -> TELLING.forEach(path -> lines.add(params.text(path).orElse(""))));
      byte[] told = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
      row.set(OBS_ID, "obs-" + Sha256.of(told).hex().substring(0, DIGITS));
    }
  }

  /** Location of the aperture, else the target's own position: two numbers in degrees. */
  private void position(ObsCoreRow.Builder row) {
    Optional<ReadField> location =
        params.at("Char.SpatialAxis.Coverage.Location.Value").or(() -> params.at("Target.Pos"));
    if (location.isEmpty()) {
      return;
    }
    String frame = params.text("CoordSys.SpaceFrame.Name").orElse("ICRS");
    if (!frame.equalsIgnoreCase("ICRS") && !frame.equalsIgnoreCase("FK5")) {
      throw params.table().unreadable("CoordSys.SpaceFrame.Name", frame, "ICRS or FK5");
    }
    String[] numbers = location.get().value().strip().split("\\s+");
    try {
      SkyPosition position =
          new SkyPosition(
              Double.parseDouble(numbers[0]), Double.parseDouble(numbers[numbers.length - 1]));
      row.set(S_RA, position.raDeg()).set(S_DEC, position.decDeg());
    } catch (IllegalArgumentException e) {
      throw params
          .table()
          .unreadable(location.get().name(), location.get().value(), "two numbers in degrees");
    }
  }

  private void times(ObsCoreRow.Builder row) {
    TimeScale scale =
        params.text("CoordSys.TimeFrame.Name").flatMap(TimeScale::of).orElse(TimeScale.TT);
    ObsCoreRow told = row.build();
    told.number(T_MIN).ifPresent(t -> row.set(T_MIN, scale.toUtcMjd(t)));
    told.number(T_MAX).ifPresent(t -> row.set(T_MAX, scale.toUtcMjd(t)));
  }

  private String ucd() {
    return flux.ucd().isBlank() ? "phot.flux.density;em.wl" : flux.ucd().replace(";meta.main", "");
  }
}
