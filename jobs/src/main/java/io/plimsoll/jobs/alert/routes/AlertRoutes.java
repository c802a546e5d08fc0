package io.plimsoll.jobs.alert.routes;

import io.plimsoll.jobs.alert.Route;
import io.plimsoll.jobs.alert.notify.NotifierSettings;
import java.util.Map;

/**
 * Who is told of what: all that the file says.
 *
 * @param routes by name
 * @param notifiers by name; each one that a route names is there
 */
public record AlertRoutes(Map<String, Route> routes, Map<String, NotifierSettings> notifiers) {

  public AlertRoutes {
    routes = Map.copyOf(routes);
    notifiers = Map.copyOf(notifiers);
  }
}
