package io.plimsoll.benchmarks.latency;

import io.plimsoll.benchmarks.market.MarketSpec;
import java.util.List;
import java.util.Map;

/**
 * What is measured.
 *
 * @param market the accounts that are watched, and their prices
 * @param rates quotes a second, one after the other
 * @param warmupSeconds at each rate, before what counts
 * @param seconds at each rate, which count
 * @param parallelism of each job
 * @param alerts whether the monitor is measured beside the alerts' job as well, at the last rate
 * @param flink further options of the cluster, by key
 */
public record LatencySpec(
    MarketSpec market,
    List<Integer> rates,
    int warmupSeconds,
    int seconds,
    int parallelism,
    boolean alerts,
    Map<String, String> flink) {

  public LatencySpec {
    rates = List.copyOf(rates);
    flink = Map.copyOf(flink);
  }
}
