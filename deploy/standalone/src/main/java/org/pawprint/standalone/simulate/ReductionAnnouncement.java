package org.pawprint.standalone.simulate;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * The event PAWS would send for a frame: a CloudEvents 1.0 envelope as {@code
 * reduction-completed-v1.schema.json} has it. Its id follows from source, reduction, version and
 * file, so that the same frame announced twice is the same event.
 *
 * @param version reduction_version
 * @param time when the reduction ended
 * @param traceparent W3C trace context to carry
 * @param rights {@code public}, {@code secure} or {@code proprietary}
 */
public record ReductionAnnouncement(
    SimulatedReduction reduction,
    long version,
    Instant time,
    Optional<String> traceparent,
    String rights,
    Optional<Instant> releaseDate) {

  /** CloudEvents source of everything simulated. */
  public static final String SOURCE = "urn:pawprint:simulator";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** First version, public, at the time the frame's header implies. */
  public static ReductionAnnouncement of(SimulatedReduction reduction) {
    return new ReductionAnnouncement(
        reduction, 1, reduction.reducedAt(), Optional.empty(), "public", Optional.empty());
  }

  public ReductionAnnouncement withVersion(long rising) {
    return new ReductionAnnouncement(reduction, rising, time, traceparent, rights, releaseDate);
  }

  public ReductionAnnouncement at(Instant reduced) {
    return new ReductionAnnouncement(reduction, version, reduced, traceparent, rights, releaseDate);
  }

  public ReductionAnnouncement tracedBy(String context) {
    return new ReductionAnnouncement(
        reduction, version, time, Optional.of(context), rights, releaseDate);
  }

  /** Not public before that time. */
  public ReductionAnnouncement proprietaryUntil(Instant release) {
    return new ReductionAnnouncement(
        reduction, version, time, traceparent, "proprietary", Optional.of(release));
  }

  /** CloudEvents id. */
  public String id() {
    String identity =
        SOURCE + '|' + reduction.reductionId() + '|' + version + '|' + reduction.sha256().hex();
    return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** UTF-8 body of the message, {@code application/cloudevents+json}. */
  public byte[] json() {
    return JSON.writeValueAsBytes(envelope());
  }

  /** The event as nested maps, in the order of writing. */
  public Map<String, Object> envelope() {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("specversion", "1.0");
    event.put("id", id());
    event.put("source", SOURCE);
    event.put("type", "org.pawprint.reduction.completed.v1");
    event.put("subject", reduction.reductionId());
    event.put("time", time.toString());
    event.put("datacontenttype", "application/json");
    event.put("dataschema", "urn:pawprint:schema:reduction-completed-v1");
    traceparent.ifPresent(context -> event.put("traceparent", context));
    event.put("data", data());
    return event;
  }

  private Map<String, Object> data() {
    SimulatedField field = reduction.field();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("reduction_id", reduction.reductionId());
    data.put("reduction_version", version);
    data.put("twodfdr_version", FrameHeader.TWODFDR_VERSION);
    data.put("paws_version", "simulator");
    data.put("kind", "single");
    data.put("instrument", "2dF-AAOmega");
    data.put("arm", reduction.arm().word());
    data.put("collection", "aat_archive");
    data.put("run", field.run());
    data.put("programme", field.programme());
    data.put("observation_date", field.start().atZone(ZoneOffset.UTC).toLocalDate().toString());
    data.put("products", List.of(product()));
    data.put("quality", quality());
    data.put("data_rights", rights);
    releaseDate.ifPresent(release -> data.put("release_date", release.toString()));
    return data;
  }

  private Map<String, Object> quality() {
    Map<String, Object> quality = new LinkedHashMap<>();
    quality.put("spectra", reduction.spectra());
    quality.put("snr_median", Math.rint(reduction.medianSnr() * 100) / 100);
    quality.put("seeing_arcsec", reduction.field().seeingArcsec());
    return quality;
  }

  private Map<String, Object> product() {
    Map<String, Object> product = new LinkedHashMap<>();
    product.put("uri", reduction.file().toAbsolutePath().normalize().toUri().toString());
    product.put("size", reduction.bytes());
    product.put("sha256", reduction.sha256().hex());
    product.put("role", "reduced");
    return product;
  }
}
