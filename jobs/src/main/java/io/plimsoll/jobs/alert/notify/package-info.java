/**
 * What notifiers are told, and how it gets to them by HTTP.
 *
 * <p>Purpose: a {@link io.plimsoll.jobs.alert.notify.Notifier} for each kind of system makes the
 * request, {@link io.plimsoll.jobs.alert.notify.HttpSender} sends it. In: notices. Out: the outcome
 * of one request. Secrets are read where and when a request is signed, and are in no state, log or
 * error. No Flink.
 */
package io.plimsoll.jobs.alert.notify;
