/**
 * How a notice gets to a notifier: in order, again while it fails, and to an end that is told.
 *
 * <p>Purpose: an {@link io.plimsoll.jobs.alert.delivery.Outbox} a notifier, so that one that is
 * dead holds up no other. In: {@link io.plimsoll.jobs.alert.delivery.Delivery} and the {@link
 * io.plimsoll.jobs.alert.delivery.Outcome} of each request. Out: a {@link
 * io.plimsoll.jobs.alert.delivery.Receipt} for each delivery, whatever becomes of it. State: what
 * waits, at most {@link io.plimsoll.jobs.alert.delivery.Outbox#MOST} a notifier. No network, no
 * clock, no dice: they are handed in.
 */
package io.plimsoll.jobs.alert.delivery;
