package io.plimsoll.benchmarks.pipeline;

import io.plimsoll.jobs.backfill.StateBackend;
import java.util.Map;

/**
 * Under what a figure was measured; without it the figure means nothing.
 *
 * @param days of history
 * @param assets with a quote a minute
 * @param accounts that hold them
 * @param seed of the history
 * @param volatility of the assets, a year
 * @param parallelism of the keyed stages
 * @param stateBackend of the accounts
 * @param flink options that differ from a backfill's
 */
record Conditions(
    int days,
    int assets,
    int accounts,
    long seed,
    double volatility,
    int parallelism,
    StateBackend stateBackend,
    Map<String, String> flink) {

  private static final long MEBIBYTE = 1L << 20;

  static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  static String java() {
    return Runtime.version().toString();
  }

  static long heapMebibytes() {
    return Runtime.getRuntime().maxMemory() / MEBIBYTE;
  }

  String line() {
    return days
        + " days, "
        + assets
        + " assets, "
        + accounts
        + " accounts, seed "
        + seed
        + ", volatility "
        + volatility
        + ", parallelism "
        + parallelism
        + ", "
        + stateBackend.optionValue()
        + ", "
        + processors()
        + " processors, heap "
        + heapMebibytes()
        + " MiB, Java "
        + java()
        + (flink.isEmpty() ? "" : ", " + flink);
  }
}
