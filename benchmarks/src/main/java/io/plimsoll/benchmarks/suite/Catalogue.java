package io.plimsoll.benchmarks.suite;

import io.plimsoll.benchmarks.engine.EngineName;
import io.plimsoll.benchmarks.engine.RunSpec;
import io.plimsoll.benchmarks.engine.Timing;
import io.plimsoll.benchmarks.market.MarketKind;
import io.plimsoll.benchmarks.market.MarketSpec;
import java.util.List;
import java.util.Map;

/**
 * The runs that the documents state, of one market at several sizes. The reference stands first.
 */
final class Catalogue {

  /** Of every figure, as many measurements. */
  static final int MEASUREMENTS = 5;

  private static final long MILLION = 1_000_000;
  private static final int ASSETS = 40;
  private static final int FEWEST_HOLDINGS = 2;
  private static final int MOST_HOLDINGS = 5;
  private static final long SEED = 1;
  private static final long CRASH_CALM_TICKS = 200;
  private static final long CRASH_TICKS = 500;
  private static final double WINDOW_SECONDS = 10;

  /** Longer: a checkpoint falls into each window, and the warm-up is a quarter of it. */
  private static final double LARGE_WINDOW_SECONDS = 20;

  private static final long CHECKPOINT_INTERVAL_MS = 10_000;
  private static final String LARGE_HEAP = "-Xmx14g";
  private static final Map<String, String> LARGE_ROCKSDB =
      Map.of("taskmanager.memory.managed.size", "2g");

  private final Size size;

  Catalogue(Size size) {
    this.size = size;
  }

  /** A million accounts, each engine. */
  List<RunSpec> engines() {
    return List.of(
            EngineName.WHEEL,
            EngineName.WHEEL_JAVA,
            EngineName.KAFKA_STREAMS_HEAP,
            EngineName.KAFKA_STREAMS,
            EngineName.HOLDERS,
            EngineName.FLINK_SQL,
            EngineName.SCAN)
        .stream()
        .map(engine -> walk(engine, MILLION))
        .toList();
  }

  /** Growing numbers of accounts; the last is too large for a scan. */
  List<List<RunSpec>> scale() {
    return List.of(
        wheelAndScan(10_000), wheelAndScan(100_000), wheelAndScan(MILLION), tenMillion());
  }

  private List<RunSpec> wheelAndScan(long accounts) {
    return List.of(walk(EngineName.WHEEL, accounts), walk(EngineName.SCAN, accounts));
  }

  private RunSpec walk(EngineName engine, long accounts) {
    Timing timing =
        new Timing(
            size.count(MILLION / 2),
            size.count(MILLION),
            MEASUREMENTS,
            size.seconds(WINDOW_SECONDS));
    return RunSpec.of(engine.optionValue(), market(accounts, MarketKind.WALK, 0, 0), timing)
        .withCache(cache(256_000));
  }

  /** Ten million accounts, with checkpoints and a restore. */
  List<RunSpec> tenMillion() {
    Timing timing =
        new Timing(
            size.count(MILLION / 10),
            size.count(MILLION),
            MEASUREMENTS,
            size.seconds(LARGE_WINDOW_SECONDS));
    return List.of(
        large(timing)
            .withCache(cache(2 * MILLION))
            .withCheckpoints(Math.round(1_000 * size.seconds(CHECKPOINT_INTERVAL_MS / 1_000.0)))
            .withRestore(true));
  }

  /** Ten million accounts and next to no cache, few ticks. */
  List<RunSpec> heap() {
    Timing timing = new Timing(2, size.count(MILLION / 50), 1, size.seconds(WINDOW_SECONDS));
    return List.of(large(timing).withCache(cache(1_000)));
  }

  private RunSpec large(Timing timing) {
    MarketSpec market = market(10 * MILLION, MarketKind.WALK, 0, 0);
    RunSpec spec = RunSpec.of(EngineName.WHEEL.optionValue(), market, timing);
    return size.isWhole() ? spec.withJvmOptions(LARGE_HEAP).withFlink(LARGE_ROCKSDB) : spec;
  }

  /** A million accounts in a crash. */
  List<RunSpec> crash() {
    long calm = size.count(CRASH_CALM_TICKS);
    long ticks = size.count(CRASH_TICKS);
    MarketSpec market = market(MILLION, MarketKind.CRASH, calm, ticks);
    return List.of(
        RunSpec.of(EngineName.WHEEL.optionValue(), market, Timing.of(calm, ticks))
            .withCache(cache(MILLION)));
  }

  private MarketSpec market(long accounts, MarketKind kind, long calm, long crash) {
    return new MarketSpec(
        (int) size.count(accounts),
        ASSETS,
        FEWEST_HOLDINGS,
        MOST_HOLDINGS,
        SEED,
        kind,
        calm,
        crash);
  }

  private int cache(long accounts) {
    return (int) Math.max(1, Math.round(accounts * size.factor()));
  }
}
