package io.plimsoll.twin;

/** What is remembered under one judged name (an account, or an account at a venue). */
final class Standing {
  /** The level that the last judgement found. */
  Level level = Level.SAFE;

  /** Whether HF was below the full-liquidation mark since the level was last below. */
  boolean wasDeep;

  /** Whether the last event issued had terms. */
  boolean lastEventHadTerms;

  /** Whether a holding changed while no judgement could be made. */
  boolean changedWhileWaiting;

  /** For coverage only: whether the last instant found it waiting for a first mark. */
  boolean wasWaiting;

  /** For coverage only: whether the last judgement found a category in force. */
  boolean categoryWasInForce;
}
