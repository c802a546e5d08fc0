package io.plimsoll.jobs.alerting;

import io.plimsoll.jobs.alert.routes.AlertRoutes;
import io.plimsoll.jobs.alert.routes.RoutesFile;
import io.plimsoll.jobs.parameters.ParameterFileException;
import java.nio.file.Path;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;
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

  /**
   * Reads the file again and again from now on.
   *
   * @param timers of the operator whose routes these are
   * @param changed run in its thread each time that the file says something else
   */
  void watch(ProcessingTimeService timers, long everyMs, Runnable changed) {
    ScheduledFuture<?> unused =
        timers.registerTimer(
            timers.getCurrentProcessingTime() + everyMs,
            time -> {
              if (refresh()) {
                changed.run();
              }
              watch(timers, everyMs, changed);
            });
  }

  /** Reads the file again; whether it says something else. */
  private boolean refresh() {
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
