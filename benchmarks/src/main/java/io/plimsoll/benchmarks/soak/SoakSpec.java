package io.plimsoll.benchmarks.soak;

import io.plimsoll.benchmarks.market.MarketSpec;
import java.util.Map;

/**
 * What is run.
 *
 * @param market the accounts that are open at any time, and their prices
 * @param rate quotes a second
 * @param minutes how long
 * @param churn accounts a second that are opened, changed and closed, each
 * @param sampleSeconds between two looks
 * @param collectSeconds between two full collections, which samples take the heap after
 * @param pages of a console, which is started if there are any
 * @param parallelism of the monitor
 * @param options further ones of the cluster and the monitor, by key
 */
public record SoakSpec(
    MarketSpec market,
    int rate,
    int minutes,
    int churn,
    int sampleSeconds,
    int collectSeconds,
    int pages,
    int parallelism,
    Map<String, String> options) {

  public SoakSpec {
    options = Map.copyOf(options);
  }
}
