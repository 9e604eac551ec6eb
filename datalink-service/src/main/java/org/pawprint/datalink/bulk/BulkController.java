package org.pawprint.datalink.bulk;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.pawprint.datalink.DatalinkProperties;
import org.pawprint.datalink.http.BrokenAnswer;
import org.pawprint.datalink.http.Places;
import org.pawprint.datalink.http.ServiceFault;
import org.pawprint.store.search.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** {@code /vo/spectra}: many spectra in one answer. */
@Controller
final class BulkController {
  private static final Logger LOG = LoggerFactory.getLogger(BulkController.class);

  private final SpectraSearch search;
  private final BulkPlanner planner;
  private final BulkAnswers answers;

  /** Requests that are read at once, for one that is answered. */
  private static final int READERS_PER_PLACE = 4;

  private static final String BUSY =
      "other requests for many spectra are being answered; come again";

  private final int maxIds;
  private final long maxUpload;
  private final Places places;
  private final Places readers;

  BulkController(
      SpectraSearch search,
      BulkPlanner planner,
      BulkAnswers answers,
      MultipartProperties multipart,
      DatalinkProperties properties) {
    this.search = search;
    this.planner = planner;
    this.answers = answers;
    this.maxIds = properties.maxBulkIds();
    this.maxUpload = multipart.getMaxRequestSize().toBytes();
    this.places = new Places(properties.bulkRequests(), Duration.ZERO, BUSY);
    this.readers = new Places(READERS_PER_PLACE * properties.bulkRequests(), Duration.ZERO, BUSY);
  }

  @RequestMapping(
      path = "/vo/spectra",
      method = {RequestMethod.GET, RequestMethod.POST})
  void spectra(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    BulkRequest wanted = read(request);
    try (Places.Place place = places.take()) {
      answer(wanted, request, response);
    }
  }

  /** A client that is slow to send keeps no place of those that are answered. */
  private BulkRequest read(HttpServletRequest request) throws IOException, ServletException {
    if (!request.getMethod().equals("POST")) {
      return BulkRequestReader.read(request, maxIds, maxUpload);
    }
    try (Places.Place place = readers.take()) {
      return BulkRequestReader.read(request, maxIds, maxUpload);
    }
  }

  private void answer(BulkRequest wanted, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Caller caller = Caller.anonymous();
    Optional<Missing> remark = wanted.query().flatMap(query -> search.find(query, wanted.ids()));
    BulkPlan plan = planner.plan(wanted.ids().ids(), wanted.grid(), caller);
    remark.ifPresent(plan.missing()::add);
    BulkAnswer answer = answers.of(wanted.format(), plan, caller);
    response.setContentType(wanted.format().mediaType());
    response.setHeader(
        "Content-Disposition",
        ContentDisposition.attachment().filename(wanted.format().fileName()).build().toString());
    // Rights and newest versions change.
    response.setHeader("Cache-Control", "no-cache");
    answer.length().ifPresent(response::setContentLengthLong);
    if (request.getMethod().equals("HEAD")) {
      return;
    }
    try {
      answer.write(response.getOutputStream());
    } catch (RuntimeException e) {
      if (!response.isCommitted()) {
        throw e instanceof StoreFailure ? ServiceFault.notNow(String.valueOf(e.getMessage())) : e;
      }
      LOG.warn("answer of {} spectra broke off after its beginning", plan.wanted().size(), e);
      throw new BrokenAnswer(e);
    }
  }
}
