package org.pawprint.listener.ops;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.regex.Pattern;
import org.pawprint.listener.fetch.FetchProperties;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** Files that lie under no root of ours come in here. */
@RestController
class InboxController {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,199}");

  private final Inbox inbox;
  private final long largestBytes;

  InboxController(FetchProperties properties) {
    this.largestBytes = properties.largestFile().toBytes();
    this.inbox = new Inbox(properties.inbox(), largestBytes);
  }

  @PutMapping("/ops/inbox/{filename}")
  Inbox.Taken put(@PathVariable("filename") String name, HttpServletRequest request)
      throws IOException {
    if (!NAME.matcher(name).matches()) {
      throw new OpsFault(
          "filename", name, "a letter or digit, then up to 199 of letters, digits, . _ + -");
    }
    long announced = request.getContentLengthLong();
    if (announced > largestBytes) {
      throw new OpsFault(413, "body", announced + " bytes", "at most " + largestBytes + " bytes");
    }
    return inbox.take(name, request.getInputStream());
  }
}
