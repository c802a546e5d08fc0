package io.plimsoll.benchmarks.report;

import io.plimsoll.benchmarks.engine.Outcome;
import io.plimsoll.benchmarks.engine.RunSpec;
import io.plimsoll.benchmarks.market.MarketSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * What the figures depend on.
 *
 * @param jvm name and version of the virtual machine
 * @param javaVersion of the runtime
 * @param jvmOptions given to the engine's process
 * @param cpus of the machine
 * @param maxHeap of the engine's process, bytes
 * @param os name, version and architecture
 * @param backend where accounts are kept
 * @param parallelism subtasks
 * @param market how prices move
 * @param seed of the market
 * @param warmupTicks before the measurement
 * @param cache accounts kept ready, or null for the engine's default
 * @param checkpointInterval milliseconds, or null without
 * @param date of the run
 */
public record Conditions(
    String jvm,
    String javaVersion,
    String jvmOptions,
    int cpus,
    long maxHeap,
    String os,
    String backend,
    int parallelism,
    String market,
    long seed,
    long warmupTicks,
    Integer cache,
    Long checkpointInterval,
    String date) {

  static Conditions of(RunSpec spec, Outcome outcome) {
    MarketSpec market = spec.market();
    return new Conditions(
        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
        System.getProperty("java.version"),
        System.getenv().getOrDefault("PLIMSOLL_JVM_OPTS", ""),
        Runtime.getRuntime().availableProcessors(),
        outcome.maxHeapBytes(),
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + " "
            + System.getProperty("os.arch"),
        outcome.backend(),
        1,
        market.kind().name().toLowerCase(Locale.ROOT),
        market.seed(),
        outcome.warmupTicks(),
        spec.cache() == RunSpec.DEFAULT_CACHE ? null : spec.cache(),
        spec.checkpointIntervalMs() == RunSpec.NO_CHECKPOINTS ? null : spec.checkpointIntervalMs(),
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
  }

  /** The machine and the market in one line. */
  public String line() {
    return String.format(
        Locale.ROOT,
        "%s, Java %s, %d CPUs, heap of at most %,d MB, %s; market %s of seed %d; %s",
        jvm,
        javaVersion,
        cpus,
        maxHeap >> 20,
        os,
        market,
        seed,
        date);
  }
}
