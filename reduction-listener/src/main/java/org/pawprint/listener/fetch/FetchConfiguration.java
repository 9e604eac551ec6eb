package org.pawprint.listener.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pawprint.store.file.OriginalStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The roots, the original store, and the way from one to the other. */
@Configuration(proxyBeanMethods = false)
class FetchConfiguration {

  @Bean
  Roots roots(FetchProperties properties) throws IOException {
    Files.createDirectories(properties.inbox());
    List<Path> folders = new ArrayList<>(properties.roots());
    folders.add(properties.inbox());
    return new Roots(folders);
  }

  @Bean
  OriginalStore originalStore(FetchProperties properties) {
    return new OriginalStore(properties.originals());
  }

  @Bean
  ProductFetcher productFetcher(Roots roots, OriginalStore store, FetchProperties properties) {
    return new ProductFetcher(roots, store, properties.largestFile().toBytes());
  }
}
