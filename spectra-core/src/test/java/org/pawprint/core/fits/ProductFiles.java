package org.pawprint.core.fits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes one product of each kind into a folder, for {@code .ci/checks/products.sh} to hold against
 * fitsverify, astropy and specutils.
 */
public final class ProductFiles {
  private ProductFiles() {}

  /** The folder is the only argument. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    for (Map.Entry<String, byte[]> product : SampleProduct.all().entrySet()) {
      Files.write(folder.resolve(product.getKey() + ".fits"), product.getValue());
    }
  }
}
