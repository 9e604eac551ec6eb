package org.pawprint.standalone.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pawprint.standalone.archive.Quantiles;
import org.pawprint.standalone.archive.RunningArchive;
import org.pawprint.standalone.simulate.OneSpectrumFiles;
import org.pawprint.standalone.simulate.SimulatedReduction;

/**
 * Spectra on their way out: one of 2,048 pixels in each form, with one client and with eight; a
 * hundred thousand of 4,000 pixels in one request; links of one and of 5,000.
 */
final class SpectraBench {
  private static final Duration TIME = Duration.ofSeconds(10);
  private static final int MOST_ROWS = 1_000_000;
  private static final int LINKED = 5000;
  private static final Pattern DID =
      Pattern.compile("^[^\\n]*?(ivo://[^,\"\\s]+\\?[^,\"\\s]+)", Pattern.MULTILINE);

  /** Forms of one spectrum: the name of the figure, and RESPONSEFORMAT. */
  private static final List<Map.Entry<String, String>> SINGLE =
      List.of(
          Map.entry("fits", "fits"),
          Map.entry("votable_binary2", "votable/b2"),
          Map.entry("votable_tabledata", "votable"));

  private final RunningArchive archive;
  private final BiConsumer<String, long[]> progress;
  private final DatalinkClient client;

  SpectraBench(RunningArchive archive, BiConsumer<String, long[]> progress) {
    this.archive = archive;
    this.progress = progress;
    this.client = new DatalinkClient(archive);
  }

  /**
   * @param frames of 2,048 pixels a spectrum
   * @param count of files of one spectrum of 4,000 pixels
   * @param bulk spectra of one bulk request; the files' are repeated until there are enough
   */
  Map<String, Object> run(
      List<SimulatedReduction> frames, OneSpectrumFiles files, int count, int bulk)
      throws IOException {
    new LatencyBench(archive, progress).idle(frames);
    List<String> shorter = dids();
    new BackfillBench(archive, progress).load(files, count);
    List<String> longer = new ArrayList<>(dids());
    longer.removeAll(Set.copyOf(shorter));
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("spectra_of_2048", shorter.size());
    result.put("spectra_of_4000", longer.size());
    for (Map.Entry<String, String> form : SINGLE) {
      result.put(form.getKey(), single("/vo/slink?RESPONSEFORMAT=" + form.getValue(), shorter));
    }
    result.put("links", single("/vo/datalink/links?RESPONSEFORMAT=votable", shorter));
    result.put("links_5000_s", links(repeated(longer, LINKED)));
    for (String form : List.of("fits", "votable", "arrow", "zip", "tar")) {
      result.put("bulk_" + form, bulk(form, repeated(longer, bulk)));
    }
    return result;
  }

  /** Every spectrum there is, by an ordinary search. */
  private List<String> dids() throws IOException {
    String rows =
        archive.search(
            Map.of(
                "REQUEST", "queryData",
                "RESPONSEFORMAT", "csv",
                "MAXREC", String.valueOf(MOST_ROWS)));
    List<String> dids = new ArrayList<>();
    Matcher did = DID.matcher(rows);
    while (did.find()) {
      dids.add(did.group(1));
    }
    if (dids.isEmpty()) {
      throw new IOException("no spectrum is queryable");
    }
    return dids;
  }

  private static List<String> repeated(List<String> dids, int count) {
    List<String> all = new ArrayList<>();
    while (all.size() < count) {
      all.addAll(dids.subList(0, Math.min(dids.size(), count - all.size())));
    }
    return all;
  }

  /** One client, then eight; each for some seconds after as long a warm-up with eight. */
  private Map<String, Object> single(String address, List<String> dids) throws IOException {
    AtomicLong asked = new AtomicLong();
    Clients clients =
        new Clients(
            () ->
                () -> {
                  String did = dids.get((int) (asked.getAndIncrement() % dids.size()));
                  client.get(address + "&ID=" + RunningArchive.encode(did));
                });
    progress.accept(address, new long[] {0, 3});
    clients.rateOfEight(TIME);
    progress.accept(address, new long[] {1, 3});
    List<Double> millis = clients.one(TIME);
    progress.accept(address, new long[] {2, 3});
    Map<String, Object> result = new LinkedHashMap<>(Quantiles.of(millis).asMap());
    result.put("with_eight_clients_per_s", clients.rateOfEight(TIME));
    return result;
  }

  /** Seconds for the links of so many IDs in one form, the second time. */
  private double links(List<String> dids) throws IOException {
    StringBuilder form = new StringBuilder();
    dids.forEach(did -> form.append("&ID=").append(RunningArchive.encode(did)));
    String body = form.substring(1);
    client.post("/vo/datalink/links", "application/x-www-form-urlencoded", body);
    long began = System.nanoTime();
    client.post("/vo/datalink/links", "application/x-www-form-urlencoded", body);
    return Math.rint((System.nanoTime() - began) / 1e7) / 100;
  }

  /** One request, after a tenth of it as a warm-up. */
  private Map<String, Object> bulk(String form, List<String> dids) throws IOException {
    String address = "/vo/spectra?RESPONSEFORMAT=" + form;
    progress.accept("bulk " + form, new long[] {0, 1});
    client.post(address, "text/plain", String.join("\n", dids.subList(0, dids.size() / 10 + 1)));
    Map<String, Object> result = new LinkedHashMap<>();
    try (ProcessMemory memory = new ProcessMemory()) {
      long began = System.nanoTime();
      long bytes = client.post(address, "text/plain", String.join("\n", dids));
      double seconds = (System.nanoTime() - began) / 1e9;
      ProcessMemory.Summary used = memory.summary();
      result.put("spectra", dids.size());
      result.put("megabytes", Math.round(bytes / 1e6));
      result.put("seconds", Math.rint(seconds * 100) / 100);
      result.put("spectra_per_s", Math.round(dids.size() / seconds));
      result.put("memory_max_mb", used.maxMb());
      result.put("memory_first_quarter_mb", used.firstQuarterMb());
      result.put("memory_last_quarter_mb", used.lastQuarterMb());
    }
    progress.accept("bulk " + form, new long[] {1, 1});
    return result;
  }
}
