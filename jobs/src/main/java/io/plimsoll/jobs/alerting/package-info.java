/**
 * The alerts' job: margin events of their topic in, notices to notifiers out (docs/alerts.md).
 *
 * <p>In: margin events, those of a history dropped; {@code alerts.yaml}, read again when it
 * changes. Out: a receipt for each delivery. Keys: the account in the topic, then the route. State:
 * of each route its episodes, until they are forgotten; of each notifier what waits for it. What is
 * told is said by {@link io.plimsoll.jobs.alert}; here is how Flink calls it.
 */
package io.plimsoll.jobs.alerting;
