package io.plimsoll.risk.mark;

/** Whether an asset's mark is to be believed (risk model §2). All but OK leave it in doubt. */
public enum MarkStatus {
  OK,
  /** Too few fresh sources. */
  STALE,
  /** Fresh sources disagree, are too uncertain, or claim a jump not yet confirmed. */
  DISPUTED,
  /** By parameter, whatever the quotes say. */
  HALTED
}
