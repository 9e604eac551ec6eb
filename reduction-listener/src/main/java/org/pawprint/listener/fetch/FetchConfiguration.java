package org.pawprint.listener.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.pawprint.listener.fetch.Roots.Root;
import org.pawprint.store.file.OriginalPlaces;
import org.pawprint.store.file.OriginalStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The roots, the original store, and the way from one to the other. */
@Configuration(proxyBeanMethods = false)
class FetchConfiguration {

  @Bean
  Roots roots(FetchProperties properties) throws IOException {
    Files.createDirectories(properties.inbox());
    List<Root> roots = new ArrayList<>();
    properties.immutableRoots().forEach(folder -> roots.add(new Root(folder, true)));
    properties.roots().forEach(folder -> roots.add(new Root(folder, false)));
    roots.add(new Root(properties.inbox(), false));
    return new Roots(roots);
  }

  @Bean
  OriginalPlaces originalPlaces(JdbcClient jdbc) {
    return OriginalPlaces.in(jdbc);
  }

  @Bean
  OriginalStore originalStore(FetchProperties properties, OriginalPlaces places) {
    return new OriginalStore(properties.originals(), places);
  }

  @Bean
  ProductFetcher productFetcher(
      Roots roots, OriginalStore store, OriginalPlaces places, FetchProperties properties) {
    return new ProductFetcher(roots, store, places, properties.largestFile().toBytes());
  }
}
