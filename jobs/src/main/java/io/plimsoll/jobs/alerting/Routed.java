package io.plimsoll.jobs.alerting;

import io.plimsoll.jobs.alert.Crossing;
import io.plimsoll.jobs.alert.Route;
import java.util.Optional;

/**
 * What a route is told: a crossing of one of its accounts, or only how it is from now on.
 *
 * @param name of the route
 * @param route as the file has it; absent when the file has it no more
 * @param crossing of one of its accounts, if any
 */
record Routed(String name, Optional<Route> route, Optional<Crossing> crossing) {

  static Routed crossing(Route route, Crossing crossing) {
    return new Routed(route.name(), Optional.of(route), Optional.of(crossing));
  }

  static Routed changed(Route route) {
    return new Routed(route.name(), Optional.of(route), Optional.empty());
  }

  static Routed gone(String name) {
    return new Routed(name, Optional.empty(), Optional.empty());
  }
}
