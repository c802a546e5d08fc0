package io.plimsoll.jobs.console;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may look. On loopback everybody who is on this machine, by its name and not by another that
 * leads here (a page of somebody else's could else read with his browser); anywhere else whoever
 * has the token.
 */
final class Access {

  private static final String COOKIE = "plimsoll-console=";
  private static final String BEARER = "Bearer ";
  private static final int SECRET_BYTES = 32;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Optional<String> token;

  /** What a browser keeps in place of the token, new at each start. */
  private final String secret;

  /** By a token, or on loopback without one. */
  Access(Optional<String> token) {
    this.token = token;
    byte[] random = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(random);
    secret = HexFormat.of().formatHex(random);
  }

  /** Whether a request is to this server by a name that it may have. */
  boolean isHere(Headers headers) {
    String host = headers.getFirst("Host");
    return token.isPresent() || (host != null && LOOPBACK.contains(withoutPort(host)));
  }

  private static String withoutPort(String host) {
    int colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
  }

  /** Whether a request comes from somebody who may look. */
  boolean isAllowed(Headers headers) {
    if (token.isEmpty()) {
      return true;
    }
    for (String authorization : headers.getOrDefault("Authorization", List.of())) {
      if (authorization.startsWith(BEARER)
          && isToken(authorization.substring(BEARER.length()).strip())) {
        return true;
      }
    }
    for (String cookies : headers.getOrDefault("Cookie", List.of())) {
      for (String cookie : cookies.split(";", -1)) {
        if (cookie.strip().startsWith(COOKIE)
            && isSame(cookie.strip().substring(COOKIE.length()), secret)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether somebody has the token. */
  boolean isToken(String told) {
    return token.isPresent() && isSame(told, token.orElseThrow());
  }

  /** In a time that does not say how much of it is the same. */
  private static boolean isSame(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }

  /** The header that has a browser keep what it needs to be let in. */
  String cookie() {
    return COOKIE + secret + "; Path=/; HttpOnly; SameSite=Strict";
  }
}
