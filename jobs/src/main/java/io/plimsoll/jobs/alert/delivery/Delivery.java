package io.plimsoll.jobs.alert.delivery;

import io.plimsoll.jobs.alert.Notice;

/**
 * A notice on its way to one notifier.
 *
 * @param notifier its name
 * @param notice what is told
 * @param since when it was handed over, epoch milliseconds
 */
public record Delivery(String notifier, Notice notice, long since) {}
