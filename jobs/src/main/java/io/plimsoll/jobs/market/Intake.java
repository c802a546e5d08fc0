package io.plimsoll.jobs.market;

/** What a source emits: an event, or the refusal of a row. */
public sealed interface Intake permits MarketEvent, Refusal {

  /** Epoch milliseconds at which it counts; for a refusal, the clock of its file by then. */
  long instant();
}
