package io.plimsoll.benchmarks.market;

/** Prices, instant by instant; whoever wants them again draws them again. Mutable. */
public interface PricePath {

  /** What moves in the next instant. */
  MarketInstant next();

  /** Leaves out instants: a restored job goes on where it was. */
  default void skip(long instants) {
    for (long i = 0; i < instants; i++) {
      next();
    }
  }
}
