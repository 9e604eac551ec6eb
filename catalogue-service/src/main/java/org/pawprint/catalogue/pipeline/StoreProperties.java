package org.pawprint.catalogue.pipeline;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the stores are.
 *
 * @param originals folder of the original store
 * @param segments folder of the segment store
 */
@ConfigurationProperties("pawprint.stores")
record StoreProperties(Path originals, Path segments) {}
