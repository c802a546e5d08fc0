package io.plimsoll.jobs.market;

/** Why a row was refused (risk model §1). Each refusal has a name, and none a second meaning. */
public enum RefusalReason {
  /** A cell that cannot be what its column says. */
  MALFORMED,
  /** A price of 0 or less. */
  NON_POSITIVE,
  /** A price outside the asset's bounds, or an index that steps too far. */
  OUT_OF_BOUNDS,
  /** An asset without parameters. */
  UNKNOWN_ASSET,
  /** A category without parameters. */
  UNKNOWN_CATEGORY,
  /** Implausibly far ahead of its file or of the watermark. */
  FUTURE,
  /** Too old to count. */
  LATE,
  /** A newer row of its key has been applied. */
  SUPERSEDED
}
