package io.plimsoll.benchmarks.engine;

/**
 * A stretch of consecutive ticks that was measured by itself.
 *
 * @param ticks in it, one at least
 * @param seconds that these took
 * @param judgements made in these
 */
public record Window(long ticks, double seconds, long judgements) {}
