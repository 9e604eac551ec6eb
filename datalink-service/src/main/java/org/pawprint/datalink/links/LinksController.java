package org.pawprint.datalink.links;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.pawprint.datalink.DatalinkProperties;
import org.pawprint.service.RequestParameters;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** {@code /vo/datalink/links}. */
@Controller
final class LinksController {
  private final LinksAnswer answer;
  private final int maxIds;

  LinksController(LinksAnswer answer, DatalinkProperties properties) {
    this.answer = answer;
    this.maxIds = properties.maxIds();
  }

  @RequestMapping(
      path = "/vo/datalink/links",
      method = {RequestMethod.GET, RequestMethod.POST})
  void links(HttpServletRequest request, HttpServletResponse response) throws IOException {
    LinksRequest wanted = LinksRequest.of(RequestParameters.of(request), maxIds);
    answer.send(wanted.ids(), wanted.overflow(), wanted.mediaType(), request, response);
  }
}
