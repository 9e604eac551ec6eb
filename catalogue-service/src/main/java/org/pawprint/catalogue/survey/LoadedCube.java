package org.pawprint.catalogue.survey;

import org.pawprint.core.obscore.ObsCoreRow;

/**
 * A data cube that its loader found in a file. Its numbers stay there: a cube is served as its
 * original file.
 *
 * @param name {@code <spectrum>} of the DID, e.g. {@code blue-cube}
 */
public record LoadedCube(String name, ObsCoreRow row) implements LoadedEntry {}
