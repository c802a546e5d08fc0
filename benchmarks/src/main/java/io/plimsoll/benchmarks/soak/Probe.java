package io.plimsoll.benchmarks.soak;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.benchmarks.engine.Directories;
import io.plimsoll.benchmarks.live.MeasuredCluster;
import io.plimsoll.jobs.cluster.FlinkRest;
import java.io.Closeable;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Looks at a cluster from outside: Flink's REST interface, its processes, its files. */
final class Probe implements Closeable {

  private static final String LAG = "plimsoll.eventTimeLag";
  private static final String EVENTS = "margin_watch.numRecordsOut";
  private static final String PENDING = ".pendingRecords";
  private static final String WATCHED = "plimsoll.accountsWatched";
  private static final String WHEEL = "plimsoll.wheelEntries";
  private static final String FILES = "rocksdb_total-sst-files-size";
  private static final String KEYS = "rocksdb_estimate-num-keys";
  private static final List<String> WANTED =
      List.of(LAG, EVENTS, PENDING, WATCHED, WHEEL, FILES, KEYS);
  private static final String METASPACE = "Status.JVM.Memory.Metaspace.Used";
  private static final String THREADS = "Status.JVM.Threads.Count";
  private static final double MEGABYTE = 1 << 20;

  private final MeasuredCluster cluster;
  private final FlinkRest flink;
  private final String job;
  private final JobMetrics metrics;
  private final Jvm taskManager;
  private final Jvm jobManager;
  private final Optional<WatchedConsole> console;
  private final String taskManagerPath;
  private final Rate quotes = new Rate();
  private final Rate events = new Rate();

  /** The probe of a monitor that runs, with a console or without. */
  Probe(
      MeasuredCluster cluster,
      String job,
      Jvm taskManager,
      Jvm jobManager,
      Optional<WatchedConsole> console)
      throws IOException {
    this.cluster = cluster;
    this.flink = cluster.flink();
    this.job = job;
    this.metrics = new JobMetrics(flink, job, WANTED);
    this.taskManager = taskManager;
    this.jobManager = jobManager;
    this.console = console;
    this.taskManagerPath =
        "/taskmanagers/" + flink.get("/taskmanagers").at("/taskmanagers/0/id").asText();
  }

  /**
   * Looks.
   *
   * @param collect whether the JVMs are to collect all of their heap, after all else was looked at
   */
  Sample sample(double minute, SoakFeed feed, boolean collect)
      throws IOException, InterruptedException {
    Map<Series, Double> seen = new EnumMap<>(Series.class);
    metrics.read();
    put(seen, Series.QUOTES, quotes.of(minute, OptionalDouble.of((double) feed.quotes())));
    put(seen, Series.EVENTS, events.of(minute, metrics.sum(EVENTS)));
    put(seen, Series.LAG, metrics.max(LAG));
    put(seen, Series.PENDING, metrics.sum(PENDING));
    put(seen, Series.WATCHED, metrics.sum(WATCHED));
    put(seen, Series.WHEEL, metrics.sum(WHEEL));
    put(seen, Series.KEYS, metrics.sum(KEYS));
    put(seen, Series.ROCKSDB, megabytes(metrics.sum(FILES)));
    put(seen, Series.RESIDENT, taskManager.resident());
    if (feed.opened() > 0) {
      seen.put(Series.OPENED, (double) feed.opened());
    }
    seen.put(Series.LOCAL, Directories.size(cluster.localFiles()) / MEGABYTE);
    lookAtTaskManager(seen);
    lookAtCheckpoint(seen);
    if (console.isPresent()) {
      console.get().look(minute, (series, value) -> put(seen, series, value));
    }
    if (collect) {
      taskManager.collect();
      jobManager.collect();
      if (console.isPresent()) {
        console.get().collect();
      }
    }
    put(seen, Series.TASKMANAGER_HEAP, taskManager.heapAfterFull());
    put(seen, Series.JOBMANAGER_HEAP, jobManager.heapAfterFull());
    if (console.isPresent()) {
      put(seen, Series.CONSOLE_HEAP, console.get().heapAfterFull());
    }
    return new Sample(minute, seen);
  }

  private void lookAtTaskManager(Map<Series, Double> seen) throws IOException {
    String wanted = METASPACE + "," + THREADS;
    for (JsonNode metric : flink.get(taskManagerPath + "/metrics?get=" + wanted)) {
      double value = metric.path("value").asDouble();
      if (metric.path("id").asText().equals(METASPACE)) {
        seen.put(Series.METASPACE, value / MEGABYTE);
      } else {
        seen.put(Series.THREADS, value);
      }
    }
  }

  private void lookAtCheckpoint(Map<Series, Double> seen) throws IOException {
    JsonNode last = flink.get("/jobs/" + job + "/checkpoints").at("/latest/completed");
    if (last.isObject()) {
      seen.put(Series.CHECKPOINT, last.path("state_size").asDouble() / MEGABYTE);
      seen.put(Series.CHECKPOINT_TIME, last.path("end_to_end_duration").asDouble());
    }
  }

  /** How often the job was restarted so far. */
  long restarts() throws IOException {
    return flink.get("/jobs/" + job + "/metrics?get=numRestarts").at("/0/value").asLong();
  }

  private static OptionalDouble megabytes(OptionalDouble bytes) {
    return bytes.isPresent() ? OptionalDouble.of(bytes.getAsDouble() / MEGABYTE) : bytes;
  }

  private static void put(Map<Series, Double> seen, Series series, OptionalDouble value) {
    value.ifPresent(told -> seen.put(series, told));
  }

  @Override
  public void close() throws IOException {
    taskManager.close();
    jobManager.close();
    if (console.isPresent()) {
      console.get().close();
    }
  }
}
