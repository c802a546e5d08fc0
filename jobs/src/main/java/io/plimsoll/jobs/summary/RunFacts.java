package io.plimsoll.jobs.summary;

import io.plimsoll.risk.parameters.Execution;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What the files cannot tell of a run.
 *
 * @param data directory of the history that was read
 * @param parameters file of the risk parameters
 * @param execution whether the run carried out liquidations on paper
 * @param rowsRead rows of input, refused ones included
 * @param lateRows rows of positions and settings that came late, and count later than their own
 *     time
 * @param parallelism of the job
 * @param stateBackend as configured, {@code rocksdb} say
 * @param duration wall time from submission to the end
 */
public record RunFacts(
    Path data,
    Path parameters,
    Execution execution,
    long rowsRead,
    long lateRows,
    int parallelism,
    String stateBackend,
    Duration duration) {}
