package org.pawprint.datalink.soda;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.pawprint.core.dali.DaliParameters;
import org.pawprint.core.dali.ParameterFaults;
import org.pawprint.datalink.http.ServiceFault;
import org.pawprint.datalink.uws.Job;
import org.pawprint.datalink.uws.JobFilter;
import org.pawprint.datalink.uws.JobOwner;
import org.pawprint.datalink.uws.JobResult;
import org.pawprint.datalink.uws.JobXml;
import org.pawprint.datalink.uws.Jobs;
import org.pawprint.datalink.uws.Phase;
import org.pawprint.service.PublicBase;
import org.pawprint.service.RequestParameters;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * {@code /vo/soda/async}: derived spectra as jobs (SODA-1.0 2.2; UWS-1.1 2.2). Nobody has a name
 * here yet, so a job is governed by whoever knows its address, and the list shows none.
 */
@Controller
@RequestMapping("/vo/soda/async")
final class SodaAsyncController {
  private static final String PHASE = "PHASE";
  private static final String ACTION = "ACTION";
  private static final String WAIT = "WAIT";

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  /** Clients that wait at once; others are answered at once, as UWS allows. */
  private static final int MOST_WAITING = 50;

  private static final JobOwner CALLER = JobOwner.anonymous();

  private final Jobs jobs;
  private final String base;
  private final JobXml xml;
  private final Semaphore waiting = new Semaphore(MOST_WAITING);

  SodaAsyncController(Jobs jobs, PublicBase bases) {
    this.jobs = jobs;
    this.base = bases.datalink().toString().replaceFirst("/+$", "") + "/vo/soda/async";
    this.xml = new JobXml(base);
  }

  /** The caller's own jobs, by PHASE, AFTER and LAST (UWS-1.1 2.2.2.1). */
  @GetMapping
  void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
    DaliParameters parameters = RequestParameters.of(request);
    Set<Phase> phases =
        parameters.values(PHASE).stream()
            .filter(t -> !t.isBlank())
            .map(SodaAsyncController::phase)
            .collect(Collectors.toSet());
    Optional<Instant> after = parameters.single("AFTER").map(text -> instant("AFTER", text));
    long last =
        parameters.single("LAST").map(text -> whole("LAST", text, 1)).orElse(Long.MAX_VALUE);
    xml(response, xml.list(new JobFilter(phases, after, last).of(jobs.of(CALLER))));
  }

  @PostMapping
  void create(HttpServletRequest request, HttpServletResponse response) {
    DaliParameters parameters = RequestParameters.of(request);
    boolean run = wantsRun(parameters);
    Job job =
        jobs.create(CALLER)
            .orElseThrow(() -> ServiceFault.busy("too many jobs are waiting; ask again later"));
    try {
      set(job, parameters);
    } catch (ServiceFault e) {
      jobs.delete(job);
      throw e;
    }
    if (run) {
      jobs.run(job);
    }
    see(response, base + "/" + job.id());
  }

  private static boolean wantsRun(DaliParameters parameters) {
    Optional<String> phase = parameters.single(PHASE);
    if (phase.isPresent() && !phase.get().equalsIgnoreCase("RUN")) {
      throw ParameterFaults.of(PHASE, phase.get(), "RUN, or no PHASE for a job to be run later");
    }
    return phase.isPresent();
  }

  @GetMapping("/{id}")
  void job(@PathVariable("id") String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Job job = find(id);
    DaliParameters parameters = RequestParameters.of(request);
    Optional<String> wait = parameters.single(WAIT);
    if (wait.isPresent()) {
      waitFor(job, whole(WAIT, wait.get(), -1), parameters.single(PHASE));
    }
    xml(response, xml.job(job.state()));
  }

  /** Until the phase changes; at once when it is not the one the client knows. */
  private void waitFor(Job job, long seconds, Optional<String> known) {
    Phase now = job.state().phase();
    boolean worthIt = now.isActive() && (known.isEmpty() || phase(known.get()) == now);
    if (!worthIt || !waiting.tryAcquire()) {
      return;
    }
    try {
      boolean longest = seconds < 0 || seconds > LONGEST_WAIT.toSeconds();
      job.await(now, longest ? LONGEST_WAIT : Duration.ofSeconds(seconds));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      waiting.release();
    }
  }

  /** ACTION=DELETE; parameters are not taken here (DALI 1.1, 2.1). */
  @PostMapping("/{id}")
  void act(
      @PathVariable("id") String id, HttpServletRequest request, HttpServletResponse response) {
    Job job = find(id);
    String action = RequestParameters.of(request).single(ACTION).orElse("");
    if (!action.equalsIgnoreCase("DELETE")) {
      throw ParameterFaults.of(
          ACTION, action, "DELETE; parameters go to " + base + "/" + id + "/parameters");
    }
    delete(job, response);
  }

  @DeleteMapping("/{id}")
  void delete(@PathVariable("id") String id, HttpServletResponse response) {
    delete(find(id), response);
  }

  private void delete(Job job, HttpServletResponse response) {
    jobs.delete(job);
    see(response, base);
  }

  @GetMapping("/{id}/phase")
  void phase(@PathVariable("id") String id, HttpServletResponse response) throws IOException {
    text(response, find(id).state().phase().name());
  }

  @PostMapping("/{id}/phase")
  void changePhase(
      @PathVariable("id") String id, HttpServletRequest request, HttpServletResponse response) {
    Job job = find(id);
    String wanted = RequestParameters.of(request).single(PHASE).orElse("").toUpperCase(Locale.ROOT);
    switch (wanted) {
      case "RUN" -> jobs.run(job);
      case "ABORT" -> jobs.abort(job);
      default -> throw ParameterFaults.of(PHASE, wanted, "RUN or ABORT");
    }
    see(response, base + "/" + id);
  }

  @GetMapping("/{id}/executionduration")
  void executionDuration(@PathVariable("id") String id, HttpServletResponse response)
      throws IOException {
    text(response, Long.toString(find(id).state().longestRun().toSeconds()));
  }

  @PostMapping("/{id}/executionduration")
  void limit(
      @PathVariable("id") String id, HttpServletRequest request, HttpServletResponse response) {
    Job job = find(id);
    String name = "EXECUTIONDURATION";
    String text = RequestParameters.of(request).single(name).orElse("");
    jobs.limit(job, Duration.ofSeconds(whole(name, text, 0)));
    see(response, base + "/" + id);
  }

  @GetMapping("/{id}/destruction")
  void destruction(@PathVariable("id") String id, HttpServletResponse response) throws IOException {
    text(response, JobXml.time(find(id).state().destruction()));
  }

  @PostMapping("/{id}/destruction")
  void destroyAt(
      @PathVariable("id") String id, HttpServletRequest request, HttpServletResponse response) {
    Job job = find(id);
    String name = "DESTRUCTION";
    jobs.destroyAt(job, instant(name, RequestParameters.of(request).single(name).orElse("")));
    see(response, base + "/" + id);
  }

  /** Not foreseen: empty (UWS-1.1 2.2.1). */
  @GetMapping("/{id}/quote")
  void quote(@PathVariable("id") String id, HttpServletResponse response) throws IOException {
    find(id);
    text(response, "");
  }

  @GetMapping("/{id}/owner")
  void owner(@PathVariable("id") String id, HttpServletResponse response) throws IOException {
    text(response, find(id).state().owner().name().orElse(""));
  }

  @GetMapping("/{id}/error")
  void error(@PathVariable("id") String id, HttpServletResponse response) throws IOException {
    text(response, find(id).state().error().map(message -> message + "\n").orElse(""));
  }

  @GetMapping("/{id}/parameters")
  void parameters(@PathVariable("id") String id, HttpServletResponse response) throws IOException {
    xml(response, xml.parameters(find(id).state()));
  }

  @PostMapping("/{id}/parameters")
  void set(
      @PathVariable("id") String id, HttpServletRequest request, HttpServletResponse response) {
    Job job = find(id);
    set(job, RequestParameters.of(request));
    see(response, base + "/" + id);
  }

  /** Names without a meaning to the work are passed over, so that no job keeps what none reads. */
  private static void set(Job job, DaliParameters parameters) {
    switch (job.set(parameters, SodaParser.NAMES)) {
      case SET -> {}
      case NOT_PENDING ->
          throw ServiceFault.usage(
              "the job is "
                  + job.state().phase()
                  + ", and takes parameters while it is PENDING only");
      case TOO_LONG ->
          throw ServiceFault.usage(
              "the parameters of a job have at most "
                  + Job.MOST_TEXT
                  + " characters; make several jobs");
    }
  }

  @GetMapping("/{id}/results")
  void results(@PathVariable("id") String id, HttpServletResponse response) throws IOException {
    xml(response, xml.results(find(id).state()));
  }

  @GetMapping("/{id}/results/{result}")
  void result(
      @PathVariable("id") String id,
      @PathVariable("result") String wanted,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    JobResult result =
        find(id).state().results().stream()
            .filter(one -> one.id().equals(wanted))
            .findFirst()
            .orElseThrow(() -> ServiceFault.notThere("the job has no such result"));
    new SodaProduct(result.mediaType(), result.fileName(), result.bytes())
        .download()
        .send(request, response);
  }

  private Job find(String id) {
    return jobs.find(id, CALLER)
        .orElseThrow(
            () -> ServiceFault.notThere("no job " + ServiceFault.quote(id) + ", or none any more"));
  }

  private static Phase phase(String text) {
    for (Phase phase : Phase.values()) {
      if (phase.name().equalsIgnoreCase(text)) {
        return phase;
      }
    }
    throw ParameterFaults.of(
        PHASE, text, "one of " + List.of(Phase.values()).toString().replaceAll("[\\[\\]]", ""));
  }

  private static long whole(String name, String text, long least) {
    boolean isWhole = text.strip().matches("-?[0-9]{1,9}");
    if (!isWhole || Long.parseLong(text.strip()) < least) {
      throw ParameterFaults.of(name, text, "a whole number from " + least);
    }
    return Long.parseLong(text.strip());
  }

  private static Instant instant(String name, String text) {
    String utc = text.strip().endsWith("Z") ? text.strip() : text.strip() + "Z";
    try {
      return Instant.parse(utc);
    } catch (DateTimeParseException e) {
      throw ParameterFaults.of(name, text, "a time in UTC, as 2026-11-28T12:30:00Z");
    }
  }

  private static void see(HttpServletResponse response, String address) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", address);
  }

  private static void xml(HttpServletResponse response, byte[] document) throws IOException {
    response.setContentType("text/xml;charset=UTF-8");
    response.getOutputStream().write(document);
  }

  private static void text(HttpServletResponse response, String text) throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }
}
