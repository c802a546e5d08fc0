package io.plimsoll.jobs.alert.routes;

import io.plimsoll.jobs.parameters.Notation;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Where a notifier is reached. */
record UrlNotation() implements Notation<URI> {

  static final String TLS = "https";

  @Override
  public Optional<URI> read(String text) {
    try {
      URI uri = new URI(text);
      boolean web = TLS.equals(uri.getScheme()) || "http".equals(uri.getScheme());
      // A user's name would bring a password with it, which belongs into no file of routes.
      return Optional.of(uri)
          .filter(u -> web && u.getHost() != null)
          .filter(u -> u.getRawUserInfo() == null && u.getRawFragment() == null);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  @Override
  public String print(URI value) {
    return value.toString();
  }

  @Override
  public String range() {
    return "an http or https URL without user and fragment";
  }
}
