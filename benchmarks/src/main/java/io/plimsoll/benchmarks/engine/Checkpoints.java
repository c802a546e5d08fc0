package io.plimsoll.benchmarks.engine;

/**
 * Checkpoints of a run.
 *
 * @param completed how many
 * @param failed how many
 * @param medianSeconds that one took, or {@link Outcome#NONE}
 */
public record Checkpoints(long completed, long failed, double medianSeconds) {

  public static final Checkpoints OFF = new Checkpoints(0, 0, Outcome.NONE);
}
