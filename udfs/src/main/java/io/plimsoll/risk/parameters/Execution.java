package io.plimsoll.risk.parameters;

/** Who carries out what an event's liquidation terms offer. */
public enum Execution {
  /** Nobody: a liquidation happens where position rows say so. */
  NONE,
  /** The run itself, at the terms' figures: a simulation, for history alone (risk model §7). */
  PAPER
}
