package io.plimsoll.benchmarks.latency;

import io.plimsoll.benchmarks.live.ClusterSpec;
import io.plimsoll.benchmarks.live.MarketLoad;
import io.plimsoll.benchmarks.live.MeasuredCluster;
import io.plimsoll.benchmarks.live.QuotePump;
import io.plimsoll.benchmarks.live.Schedule;
import io.plimsoll.benchmarks.live.WallClock;
import io.plimsoll.benchmarks.market.Market;
import io.plimsoll.benchmarks.market.PricePath;
import io.plimsoll.benchmarks.report.Conditions;
import io.plimsoll.jobs.options.AlertOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;

/** Both jobs in one cluster, measured in turn at each rate. */
public final class LatencyRun {

  private static final Duration QUIET = Duration.ofSeconds(3);

  /** Times that of the assets, as in a crash: a calm market has few events to time. */
  private static final double VOLATILITY = 5;

  private static final long TAIL_SECONDS = 1; // what comes later lets the last instants go

  private final LatencySpec spec;
  private final Consumer<String> progress;
  private final WallClock clock = new WallClock();

  /**
   * A run.
   *
   * @param progress takes lines for people
   */
  public LatencyRun(LatencySpec spec, Consumer<String> progress) {
    this.spec = spec;
    this.progress = progress;
  }

  /**
   * Starts a cluster, loads it, measures and stops it again.
   *
   * @param directory for all that the cluster keeps
   * @param reports told of each job at each rate
   */
  public void run(Path directory, Consumer<LatencyReport> reports) throws Exception {
    Market market = new Market(spec.market());
    int jobs = MeasuredJob.values().length + (spec.alerts() ? 1 : 0);
    ClusterSpec shape = new ClusterSpec(spec.parallelism(), jobs, spec.flink());
    MeasuredCluster cluster = new MeasuredCluster(shape, directory, progress);
    try {
      String unused =
          cluster.start(
              new MarketLoad(market),
              List.of(
                  MeasuredJob.EMPTY.input(),
                  MeasuredJob.EMPTY.output(),
                  AlertOptions.RECEIPTS.defaultValue(),
                  AlertOptions.DEAD_LETTERS.defaultValue(),
                  AlertOptions.DIGESTS.defaultValue()));
      submitEmpty(cluster);
      int walk = 0;
      for (int rate : spec.rates()) {
        walk++;
        // From the first prices on: what the other job was sent is not a jump for this one.
        PricePath copied = market.livePrices(walk, rate, VOLATILITY);
        reports.accept(report(cluster, copied, MeasuredJob.EMPTY, MeasuredJob.EMPTY.label(), rate));
        PricePath watched = market.livePrices(walk, rate, VOLATILITY);
        MeasuredJob monitor = MeasuredJob.MONITOR;
        reports.accept(report(cluster, watched, monitor, monitor.label(), rate));
        if (spec.alerts() && walk == spec.rates().size()) {
          besideAlerts(cluster, directory, watched, rate, reports);
        }
      }
    } finally {
      cluster.stop();
    }
    cluster.delete(); // not after a failure: its logs say why
  }

  /**
   * The monitor twice more, while people are told, and while they cannot be.
   *
   * @param prices that go on from where the monitor was left
   */
  private void besideAlerts(
      MeasuredCluster cluster,
      Path directory,
      PricePath prices,
      int rate,
      Consumer<LatencyReport> reports)
      throws IOException, InterruptedException {
    try (AlertsBeside alerts = new AlertsBeside(directory)) {
      progress.accept("submitting the alerts");
      cluster.submitAlerts(alerts.routes());
      reports.accept(report(cluster, prices, MeasuredJob.MONITOR, "alerts", rate));
      progress.accept("requests of the alerts, all answered: " + alerts.asked());
      alerts.hang();
      reports.accept(report(cluster, prices, MeasuredJob.MONITOR, "hanging", rate));
      progress.accept("requests of the alerts with those that were not: " + alerts.asked());
    }
  }

  private LatencyReport report(
      MeasuredCluster cluster, PricePath prices, MeasuredJob job, String label, int rate)
      throws IOException, InterruptedException {
    progress.accept(label + " at " + rate + " quotes/s");
    Histogram late = measure(cluster.brokers(), prices, job, rate);
    return LatencyReport.of(label, rate, spec.seconds(), late, conditions(cluster.heapBytes()));
  }

  private void submitEmpty(MeasuredCluster cluster) {
    progress.accept("submitting the empty job");
    cluster.submit(
        EmptyJob.class,
        List.of(cluster.brokers(), MeasuredJob.EMPTY.input(), MeasuredJob.EMPTY.output()));
  }

  private Histogram measure(String brokers, PricePath prices, MeasuredJob job, int rate)
      throws IOException, InterruptedException {
    ExecutorService reading = Executors.newSingleThreadExecutor();
    ArrivalReader reader = job.reader(brokers, clock);
    try (QuotePump pump = new QuotePump(brokers, prices, clock)) {
      long start = TimeUnit.MICROSECONDS.toMillis(clock.micros()) + 1;
      long from = start + TimeUnit.SECONDS.toMillis(spec.warmupSeconds());
      long to = from + TimeUnit.SECONDS.toMillis(spec.seconds());
      Future<Histogram> late = reading.submit(() -> reader.read(from, to, QUIET));
      pump.run(
          job.input(),
          new Schedule(TimeUnit.MILLISECONDS.toMicros(start), rate),
          spec.warmupSeconds() + spec.seconds() + TAIL_SECONDS);
      return late.get();
    } catch (ExecutionException e) {
      throw new IOException("topic " + job.output() + " cannot be read", e.getCause());
    } finally {
      reading.shutdown();
      reader.close();
    }
  }

  private Conditions conditions(long heapBytes) {
    Map<String, Object> own = new LinkedHashMap<>();
    own.put("accounts", spec.market().accounts());
    own.put("assets", spec.market().assets());
    own.put("seed", spec.market().seed());
    own.put("parallelism", spec.parallelism());
    own.put("backend", "rocksdb");
    own.put("maxLatenessMs", 0);
    own.put("volatility", VOLATILITY + " times");
    own.putAll(spec.flink());
    return Conditions.here("", heapBytes, own);
  }
}
