package io.plimsoll.jobs.alerting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of routes to try, with their secret beside them. */
public final class AlertFiles {

  private final Path directory;

  public AlertFiles(Path directory) throws IOException {
    this.directory = directory;
    Files.writeString(directory.resolve("secret"), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  }

  /** A route for all accounts from MARGIN_CALL on, with webhooks named after their routes. */
  public Path write(String url, String... routes) throws IOException {
    StringBuilder yaml = new StringBuilder("notifiers:\n");
    for (String route : routes) {
      yaml.append("  hook-%s:%n    kind: WEBHOOK%n    allowPrivate: true%n".formatted(route))
          .append("    url: %s/%s%n".formatted(url, route))
          .append("    secretFile: %s%n".formatted(directory.resolve("secret")));
    }
    yaml.append("routes:\n");
    for (String route : routes) {
      yaml.append("  %s:%n    accounts: ['*']%n    from: MARGIN_CALL%n".formatted(route))
          .append("    digestAbove: 1000%n    notifiers: [hook-%s]%n".formatted(route));
    }
    return Files.writeString(directory.resolve("alerts.yaml"), yaml);
  }
}
