package org.pawprint.datalink.soda;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.pawprint.core.identifier.Sha256;
import org.pawprint.core.soda.SodaFormat;
import org.pawprint.datalink.slink.DerivedProducts;
import org.pawprint.datalink.slink.DerivedSpectrum;
import org.pawprint.store.search.Caller;
import org.springframework.stereotype.Component;

/** From a request to the file that answers it, alike for both ways of asking. */
@Component
final class SodaProducts {
  private static final int NAME_DIGITS = 8;

  private final SpectrumDeriver deriver;
  private final DerivedProducts products;

  SodaProducts(SpectrumDeriver deriver, DerivedProducts products) {
    this.deriver = deriver;
    this.products = products;
  }

  /**
   * @return empty when nothing is left of the data
   */
  Optional<SodaProduct> make(SodaRequest request, Caller caller) throws IOException {
    Optional<DerivedSpectrum> derived = deriver.derive(request, caller);
    if (derived.isEmpty()) {
      return Optional.empty();
    }
    SodaFormat format = request.format().format();
    byte[] bytes = products.bytes(derived.get(), format);
    String name =
        format == SodaFormat.FITS
            ? DerivedProducts.fileName(derived.get(), digest(derived.get()))
            : "";
    return Optional.of(new SodaProduct(request.format().mediaType(), name, bytes));
  }

  private static String digest(DerivedSpectrum derived) {
    byte[] text = derived.derivation().toString().getBytes(StandardCharsets.UTF_8);
    return Sha256.of(text).hex().substring(0, NAME_DIGITS);
  }
}
