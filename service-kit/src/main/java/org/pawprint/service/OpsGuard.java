package org.pawprint.service;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets only operators under {@code /ops}: the bearer token, a Host we know, and no foreign Origin
 * (a page in an operator's browser must not reach the console by rebinding a name).
 */
public final class OpsGuard extends OncePerRequestFilter {
  private final OpsProperties ops;

  private OpsGuard(OpsProperties ops) {
    this.ops = ops;
  }

  /** The guard in front of everything, as it decides itself what it guards. */
  public static FilterRegistrationBean<OpsGuard> inFront(OpsProperties ops) {
    FilterRegistrationBean<OpsGuard> guard = new FilterRegistrationBean<>(new OpsGuard(ops));
    // Before the routing, which knows more ways to write a path than a pattern does.
    guard.addUrlPatterns("/*");
    guard.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return guard;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    // As the routing sees it: decoded and without path parameters. The raw URI could be written
    // "/%6fps" or "/ops;x" and slip past.
    String path = request.getServletPath();
    return !path.equals("/ops") && !path.startsWith("/ops/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!ops.hosts().contains(request.getServerName())) {
      refuse(response, 421, "Host '" + request.getServerName() + "' is not one of " + ops.hosts());
      return;
    }
    String origin = request.getHeader("Origin");
    if (origin != null && !isOurs(origin)) {
      refuse(response, 403, "Origin '" + origin + "' may not operate this service");
      return;
    }
    String authorization = request.getHeader("Authorization");
    if (authorization == null
        || !authorization.regionMatches(true, 0, "Bearer ", 0, 7)
        || !ops.token().matches(authorization.substring(7).trim())) {
      response.setHeader("WWW-Authenticate", "Bearer");
      refuse(response, 401, "operators' paths need 'Authorization: Bearer <token>'");
      return;
    }
    chain.doFilter(request, response);
  }

  private boolean isOurs(String origin) {
    try {
      String host = URI.create(origin).getHost();
      return host != null && ops.hosts().contains(host);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static void refuse(HttpServletResponse response, int status, String reason)
      throws IOException {
    response.setStatus(status);
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().write(reason.replaceAll("[^\\x20-\\x7e]", "?") + "\n");
  }
}
