package io.plimsoll.jobs.alerting;

import io.plimsoll.jobs.alert.Route;
import io.plimsoll.jobs.alert.RouteState;

/**
 * What is remembered of a route besides its episodes.
 *
 * @param route as it was told last: timers go by it
 * @param state what its machine goes on from
 */
record RouteMemory(Route route, RouteState state) {}
