package io.plimsoll.benchmarks.market;

/** How prices move. */
public enum MarketKind {
  /** Each tick is one second of a random walk of one asset, drawn at random. */
  WALK,
  /** All that is volatile falls by 30 %, evenly, every asset at every instant. */
  CRASH
}
