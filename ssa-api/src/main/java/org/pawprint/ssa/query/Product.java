package org.pawprint.ssa.query;

import org.pawprint.core.votable.VoTableMedia;

/** The forms in which a spectrum can be had, as FORMAT tells them apart (SSA-1.1 4.1.1.5). */
public enum Product {
  /** The simplified spectrum as VOTable, the form that follows the Spectrum data model. */
  VOTABLE(VoTableMedia.VOTABLE, "Spectrum-1.1"),
  /** The same spectrum as FITS. */
  FITS("application/fits", "Spectrum-1.1"),
  /** A plot of it. */
  GRAPHIC("image/png", "none"),
  /** The original file as the pipeline or survey made it. */
  NATIVE("application/fits", "native");

  private final String mediaType;
  private final String dataModel;

  Product(String mediaType, String dataModel) {
    this.mediaType = mediaType;
    this.dataModel = dataModel;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Name, dash and version of the model that the form follows (SSA-1.1 4.2.5.1). */
  public String dataModel() {
    return dataModel;
  }
}
