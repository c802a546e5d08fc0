package io.plimsoll.jobs.market;

/** What a source emits: an event, the refusal of a row, or a sign that time has passed. */
public sealed interface Intake permits MarketEvent, Refusal, Heartbeat {

  /**
   * Epoch milliseconds at which it counts; for a refusal, the clock of its file by then; for a
   * heartbeat, the instant that it speaks of.
   */
  long instant();
}
