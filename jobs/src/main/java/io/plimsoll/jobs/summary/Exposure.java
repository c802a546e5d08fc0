package io.plimsoll.jobs.summary;

/**
 * A sum over accounts that changes with their events.
 *
 * @param atEndUsd after the last event
 * @param peakUsd the highest it was after any instant
 * @param peakInstant when it first was; of no meaning while the peak is 0
 */
public record Exposure(double atEndUsd, double peakUsd, long peakInstant) {}
