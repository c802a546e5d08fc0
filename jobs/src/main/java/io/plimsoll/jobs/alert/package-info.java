/**
 * Alerts: what is told of margin events, when, and how often (docs/alerts.md).
 *
 * <p>Purpose: {@link io.plimsoll.jobs.alert.EpisodeMachine} says it for one route. In: {@link
 * io.plimsoll.jobs.alert.Crossing}, at least once. Out: {@link io.plimsoll.jobs.alert.Notice}. Key:
 * the route. State: an {@link io.plimsoll.jobs.alert.Episode} for each of the route's accounts that
 * is at a level it tells, and for each that was heard of lately; a {@link
 * io.plimsoll.jobs.alert.RouteState}. It ends when an account is over and has not been heard of for
 * as long as the route remembers. Late and out of order: what is not after the latest crossing of
 * its account changes nothing. No Flink, no clock.
 */
package io.plimsoll.jobs.alert;
