package io.plimsoll.jobs.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a run is asked to do.
 *
 * @param faults kinds, in the order in which they are tried
 * @param times how often each happens
 * @param seed of all that is random
 * @param data directory of the history
 * @param out directory of the report, of the backfill and of the cluster
 * @param limit how long all of it may take
 * @param options further options of both monitors
 */
public record ChaosOptions(
    List<Fault> faults,
    int times,
    long seed,
    Path data,
    Path out,
    Duration limit,
    Map<String, String> options) {

  public ChaosOptions {
    faults = List.copyOf(faults);
    options = Map.copyOf(options);
  }
}
