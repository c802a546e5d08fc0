package io.plimsoll.benchmarks.soak;

import io.plimsoll.benchmarks.live.ClusterSpec;
import io.plimsoll.benchmarks.live.MarketLoad;
import io.plimsoll.benchmarks.live.MeasuredCluster;
import io.plimsoll.benchmarks.live.WallClock;
import io.plimsoll.benchmarks.market.Accounts;
import io.plimsoll.benchmarks.market.Market;
import io.plimsoll.jobs.cluster.Installation;
import io.plimsoll.jobs.cluster.Role;
import io.plimsoll.jobs.kafka.RecordWriter;
import io.plimsoll.jobs.options.MonitorConfiguration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A cluster under an even load, looked at until the time is over. */
public final class SoakRun {

  /** Seconds in which an asset has come back by all but 1/e of its way. */
  private static final int MEMORY_SECONDS = 60;

  private static final long PATIENCE_SECONDS = 60;
  private static final double MINUTE_MICROS = TimeUnit.MINUTES.toMicros(1);

  private final SoakSpec spec;
  private final Consumer<String> progress;
  private final WallClock clock = new WallClock();

  /**
   * A run.
   *
   * @param progress takes lines for people
   */
  public SoakRun(SoakSpec spec, Consumer<String> progress) {
    this.spec = spec;
    this.progress = progress;
  }

  /**
   * Starts a cluster, loads it, keeps it busy and stops it again.
   *
   * @param directory for all that the cluster keeps; deleted unless something fails
   */
  public SoakReport run(Path directory) throws Exception {
    if (!Jvm.canCollect()) {
      throw new IOException("the heap is looked at with jcmd, which a JDK has; this is a JRE");
    }
    Path taskManagerLog = directory.resolve("gc-taskmanager.log");
    Path jobManagerLog = directory.resolve("gc-jobmanager.log");
    Path consoleLog = directory.resolve("gc-console.log");
    Market market = new Market(spec.market());
    MeasuredCluster cluster =
        new MeasuredCluster(
            new ClusterSpec(
                spec.parallelism(), 1, options(taskManagerLog, jobManagerLog, consoleLog)),
            directory,
            progress);
    SoakReport report;
    try {
      String monitor = cluster.start(new MarketLoad(market), List.of());
      Optional<WatchedConsole> console =
          spec.pages() > 0
              ? Optional.of(new WatchedConsole(cluster, consoleLog, spec.pages()))
              : Optional.empty();
      try (Probe probe =
          new Probe(
              cluster,
              monitor,
              new Jvm(cluster.pid(Role.TASKMANAGER), taskManagerLog),
              new Jvm(cluster.pid(Role.JOBMANAGER), jobManagerLog),
              console)) {
        List<Sample> samples = samples(cluster, market, probe);
        report = SoakReport.of(spec, cluster.heapBytes(), samples);
      }
    } finally {
      cluster.stop();
    }
    cluster.delete(); // not after a failure: its logs say why
    return report;
  }

  /** What lets the cluster be looked at; what was told wins. */
  private Map<String, String> options(Path taskManagerLog, Path jobManagerLog, Path consoleLog) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("state.backend.rocksdb.metrics.total-sst-files-size", "true");
    all.put("state.backend.rocksdb.metrics.estimate-num-keys", "true");
    all.putAll(spec.options());
    // All of the heap is the process's from the start, or its memory would grow until it is.
    append(all, "taskmanager", "-XX:+AlwaysPreTouch " + GcLog.options(taskManagerLog));
    append(all, "jobmanager", GcLog.options(jobManagerLog));
    append(all, "console", GcLog.options(consoleLog));
    return all;
  }

  /** What is told wins over the cluster's own file; this comes on top of either. */
  private static void append(Map<String, String> options, String role, String more) {
    Path own = Installation.ofThisProcess().configuration().resolve("cluster.yaml");
    String key = "env.java.opts." + role;
    String told = options.getOrDefault(key, MonitorConfiguration.read(own).getOrDefault(key, ""));
    options.put(key, (told + " " + more).strip());
  }

  private List<Sample> samples(MeasuredCluster cluster, Market market, Probe probe)
      throws Exception {
    ExecutorService feeding = Executors.newSingleThreadExecutor();
    RecordWriter topics = cluster.writer();
    int assets = market.assets().size();
    SoakFeed feed =
        new SoakFeed(
            topics,
            market.returningPrices(Math.max(2, (double) spec.rate() * MEMORY_SECONDS / assets)),
            new Churn(new Accounts(market), spec.market().accounts(), spec.market().seed()),
            clock);
    try {
      long seconds = TimeUnit.MINUTES.toSeconds(spec.minutes());
      Future<?> fed = feeding.submit(() -> feed.run(spec.rate(), spec.churn(), seconds));
      List<Sample> samples = look(probe, feed, fed, seconds);
      feed.stop();
      fed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return samples;
    } catch (ExecutionException e) {
      throw new IOException("the load cannot be sent: " + e.getCause().getMessage(), e.getCause());
    } finally {
      feed.stop();
      feeding.shutdown();
      topics.close();
    }
  }

  private List<Sample> look(Probe probe, SoakFeed feed, Future<?> fed, long seconds)
      throws Exception {
    List<Sample> samples = new ArrayList<>();
    long start = clock.micros();
    long collected = 0;
    for (long at = spec.sampleSeconds(); at <= seconds; at += spec.sampleSeconds()) {
      awaitOrFail(fed, start + TimeUnit.SECONDS.toMicros(at));
      double minute = (clock.micros() - start) / MINUTE_MICROS;
      boolean collect = at - collected >= spec.collectSeconds();
      Sample sample = probe.sample(minute, feed, collect);
      collected = collect ? at : collected;
      samples.add(sample);
      progress.accept(SoakTable.line(sample));
      if (probe.restarts() > 0) {
        throw new IOException("the monitor was restarted; the logs of its cluster say why");
      }
    }
    return samples;
  }

  /** Waits until a moment; the load ends before it only if it has failed. */
  private void awaitOrFail(Future<?> fed, long micros)
      throws ExecutionException, InterruptedException {
    try {
      fed.get(Math.max(0, micros - clock.micros()), TimeUnit.MICROSECONDS);
    } catch (TimeoutException itGoesOn) {
      // As it should.
    }
  }
}
