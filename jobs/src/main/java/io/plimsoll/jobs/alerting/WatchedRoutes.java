package io.plimsoll.jobs.alerting;

import io.plimsoll.jobs.alert.routes.AlertRoutes;
import io.plimsoll.jobs.alert.routes.RoutesFile;
import io.plimsoll.jobs.parameters.ParameterFileException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file of routes as it is now: what cannot be read leaves in force what was read before. */
final class WatchedRoutes {

  private static final Logger LOG = LoggerFactory.getLogger(WatchedRoutes.class);

  private final Path file;
  private AlertRoutes routes;
  private boolean wrong;

  /**
   * Reads the file for the first time.
   *
   * @throws ParameterFileException with one line that says what is wrong
   */
  WatchedRoutes(String file) {
    this.file = Path.of(file);
    this.routes = RoutesFile.load(this.file);
  }

  AlertRoutes routes() {
    return routes;
  }

  /** Whether the file could not be read the last time. */
  boolean isWrong() {
    return wrong;
  }

  /** Reads the file again; whether it says something else. */
  boolean refresh() {
    try {
      AlertRoutes read = RoutesFile.load(file);
      boolean changed = !read.equals(routes);
      routes = read;
      wrong = false;
      return changed;
    } catch (ParameterFileException e) {
      if (!wrong) {
        LOG.error("the routes stay as they were: {}", e.getMessage());
      }
      wrong = true;
      return false;
    }
  }
}
