package org.pawprint.ssa.query;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The value of FORMAT (SSA-1.1 4.1.1.5): which forms of a spectrum are wanted. It never changes the
 * form of the answer itself, and a name that nothing here matches is no error.
 */
final class SsaFormat {
  /** The names to recommend. */
  static final String NAMED = "votable, fits, native and graphic";

  private static final String METADATA = "metadata";

  /** {@code xml} means the model's own XML schema, not VOTable, and matches nothing here. */
  private static final Map<String, Product> NAMES =
      Map.ofEntries(
          Map.entry("all", Product.VOTABLE),
          Map.entry("compliant", Product.VOTABLE),
          Map.entry("votable", Product.VOTABLE),
          Map.entry("application/x-votable+xml", Product.VOTABLE),
          Map.entry("text/xml", Product.VOTABLE),
          Map.entry("text/xml+votable", Product.VOTABLE),
          Map.entry("fits", Product.FITS),
          Map.entry("application/fits", Product.FITS),
          Map.entry("application/x-fits", Product.FITS),
          Map.entry("image/fits", Product.FITS),
          Map.entry("spectrum/fits", Product.FITS),
          Map.entry("graphic", Product.GRAPHIC),
          Map.entry("image/png", Product.GRAPHIC),
          Map.entry("native", Product.NATIVE));

  private SsaFormat() {}

  static boolean isMetadata(Collection<String> names) {
    return names.stream().map(SsaFormat::plain).anyMatch(METADATA::equals);
  }

  /** Forms the names match, each once; all of them when there are no names. */
  static List<Product> products(Collection<String> names) {
    if (names.isEmpty()) {
      return List.of(Product.VOTABLE);
    }
    Set<Product> products = EnumSet.noneOf(Product.class);
    for (String name : names) {
      Product product = NAMES.get(plain(name));
      if (product != null) {
        products.add(product);
      }
    }
    return List.copyOf(products);
  }

  /** The name without case and parameters; the + of a media type may have arrived as a blank. */
  private static String plain(String name) {
    int parameters = name.indexOf(';');
    String type = parameters < 0 ? name : name.substring(0, parameters);
    return type.strip().toLowerCase(Locale.ROOT).replace(' ', '+');
  }
}
