package io.plimsoll.jobs.market;

/**
 * A partition has come this far: what it brings at or before is late. No row, and it changes
 * nothing but time: it goes with the rows only because by them alone Flink's source knows that a
 * partition is awake.
 *
 * @param instant epoch milliseconds, up to and including which all was written
 */
public record Heartbeat(long instant) implements Intake {}
