package org.pawprint.ssa.response;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.soda.SodaDescriptor;
import org.pawprint.core.soda.SodaParameter;
import org.pawprint.core.votable.Field;
import org.pawprint.core.votable.ServiceDescriptor;
import org.pawprint.core.votable.VoTableMedia;
import org.pawprint.ssa.query.Protocol;
import org.pawprint.ssa.query.QueryParameter;
import org.pawprint.ssa.query.SsaParameter;

/** The services that an answer tells of, described once (DataLink-1.1 4). */
final class Services {
  private static final String DID = ObsCoreColumn.OBS_PUBLISHER_DID.column();

  private final Map<Protocol, List<ServiceDescriptor>> descriptors = new EnumMap<>(Protocol.class);

  Services(ProductUrls urls) {
    for (Protocol protocol : Protocol.values()) {
      descriptors.put(protocol, List.of(links(urls), soda(urls), self(protocol, urls)));
    }
  }

  /** Those of an answer in this protocol. */
  List<ServiceDescriptor> of(Protocol protocol) {
    return descriptors.getOrDefault(protocol, List.of());
  }

  private static ServiceDescriptor links(ProductUrls urls) {
    return ServiceDescriptor.service("datalink", urls.links())
        .name("links")
        .description("Everything there is about a spectrum")
        .standardId("ivo://ivoa.net/std/DataLink#links-1.1")
        .contentType(VoTableMedia.DATALINK)
        .input(ServiceDescriptor.Input.fromColumn(Field.text("ID").ucd("meta.id;meta.main"), DID))
        .build();
  }

  /** pyvo looks for it in the answer itself and nowhere else. */
  private static ServiceDescriptor soda(ProductUrls urls) {
    return SodaDescriptor.sync("soda", SodaParameter.Scope.SPECTRUM, urls.soda(), DID);
  }

  /** The search about itself, so that a client can ask it again otherwise (DataLink-1.1 4.2). */
  private static ServiceDescriptor self(Protocol protocol, ProductUrls urls) {
    ServiceDescriptor.Builder self =
        ServiceDescriptor.self("", urls.search(protocol))
            .name("search")
            .description("This search, with all its parameters")
            .standardId(protocol.standardId());
    for (QueryParameter parameter : protocol.parameters()) {
      self.input(parameter.input(parameter == SsaParameter.REQUEST ? "queryData" : ""));
    }
    return self.build();
  }
}
