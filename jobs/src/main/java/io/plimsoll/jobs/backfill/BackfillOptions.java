package io.plimsoll.jobs.backfill;

import io.plimsoll.jobs.watch.WatchOptions;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a backfill is asked to do.
 *
 * @param data directory of the files that are read
 * @param parameters file of the risk parameters
 * @param out directory of the files that are written
 * @param parallelism of the keyed stages
 * @param latenessMs how far rows may stand behind the latest before them in their file
 * @param from earlier instants are applied but not written; epoch milliseconds
 * @param to last instant that is read, epoch milliseconds
 * @param stateBackend where accounts are kept
 * @param watch how the margin watch works
 * @param flink further Flink options, which win over those set here
 */
public record BackfillOptions(
    Path data,
    Path parameters,
    Path out,
    int parallelism,
    long latenessMs,
    long from,
    long to,
    StateBackend stateBackend,
    WatchOptions watch,
    Map<String, String> flink) {

  public static final long FROM_THE_START = Long.MIN_VALUE;
  public static final long TO_THE_END = Long.MAX_VALUE;
}
