package io.plimsoll.jobs.history;

import io.plimsoll.jobs.market.Intake;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;

/**
 * Says which partitions of a reader are idle. Flink's own idleness begins with the job, and would
 * call who reads the history idle whenever a disk is slow, and all others while they wait for it;
 * it also takes a partition for idle that only brings what is passed over.
 *
 * <p>Time counts while the reader is polled: what it waits for downstream makes nobody idle.
 *
 * <p>For the reader's thread.
 */
final class QuietPartitions {

  /** How often a reader that waits looks at the clock; no two polls count for more. */
  private static final long TICK_MS = 100;

  private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(TICK_MS);

  private final long idleAfter;
  private final LongSupplier nanos;
  private final CompletableFuture<Void> begun = new CompletableFuture<>();
  private final Set<String> added = new LinkedHashSet<>();
  private final Map<String, Partition> partitions = new HashMap<>();
  private Optional<Output> output = Optional.empty();

  /** Nanoseconds that counted. */
  private long clock;

  private long lastPoll;
  private long nextLook;
  private boolean idle;

  /**
   * None idle so far.
   *
   * @param idleAfter a partition without records is idle; 0 is never
   * @param nanos a clock
   */
  QuietPartitions(Duration idleAfter, LongSupplier nanos) {
    this.idleAfter = idleAfter.toNanos();
    this.nanos = nanos;
    this.lastPoll = nanos.getAsLong();
  }

  /** Notes a partition, whether or not it will ever bring anything. */
  void add(String partition) {
    added.add(partition);
  }

  /** Partitions are being given out: from now on who has none, or quiet ones, is idle in time. */
  void begin() {
    begun.complete(null);
    nextLook = clock + idleAfter;
  }

  /** Stands before an output for one poll. */
  ReaderOutput<Intake> before(ReaderOutput<Intake> out) {
    if (idleAfter == 0) {
      return out;
    }
    if (output.isEmpty() || output.orElseThrow().out != out) {
      output = Optional.of(new Output(out));
    }
    Output own = output.orElseThrow();
    added.forEach(own::createOutputForSplit);
    added.clear();
    long now = nanos.getAsLong();
    clock += Math.min(now - lastPoll, TICK_NANOS);
    lastPoll = now;
    if (begun.isDone() && !idle && clock >= nextLook) {
      look(out);
    }
    return own;
  }

  private void look(ReaderOutput<Intake> out) {
    long latest = clock - idleAfter;
    nextLook = Long.MAX_VALUE;
    for (Partition partition : partitions.values()) {
      if (!partition.idle && partition.lastActive <= latest) {
        partition.idle = true;
        partition.own.markIdle();
      }
      if (!partition.idle) {
        nextLook = Math.min(nextLook, partition.lastActive + idleAfter);
      }
    }
    if (nextLook == Long.MAX_VALUE) {
      idle = true;
      out.markIdle();
    }
  }

  /**
   * Done when the reader is to be polled: when it has something, or the clock is to be looked at.
   */
  CompletableFuture<Void> wake(CompletableFuture<Void> available) {
    if (idleAfter == 0 || idle || available.isDone()) {
      return available;
    }
    return begun.isDone()
        ? available.copy().completeOnTimeout(null, TICK_MS, TimeUnit.MILLISECONDS)
        : CompletableFuture.anyOf(available, begun).thenAccept(any -> {});
  }

  private final class Output implements ReaderOutput<Intake> {

    private final ReaderOutput<Intake> out;

    Output(ReaderOutput<Intake> out) {
      this.out = out;
    }

    @Override
    public SourceOutput<Intake> createOutputForSplit(String split) {
      return partitions.computeIfAbsent(
          split, id -> new Partition(out, out.createOutputForSplit(id)));
    }

    @Override
    public void releaseOutputForSplit(String split) {
      partitions.remove(split);
      out.releaseOutputForSplit(split);
    }

    @Override
    public void collect(Intake intake) {
      out.collect(intake);
    }

    @Override
    public void collect(Intake intake, long timestamp) {
      out.collect(intake, timestamp);
    }

    @Override
    public void emitWatermark(Watermark watermark) {
      out.emitWatermark(watermark);
    }

    @Override
    public void markIdle() {
      out.markIdle();
    }

    @Override
    public void markActive() {
      out.markActive();
    }
  }

  /** One partition's. */
  private final class Partition implements SourceOutput<Intake> {

    private final ReaderOutput<Intake> out;
    private final SourceOutput<Intake> own;
    private long lastActive = clock;
    private boolean idle;

    Partition(ReaderOutput<Intake> out, SourceOutput<Intake> own) {
      this.out = out;
      this.own = own;
      nextLook = Math.min(nextLook, lastActive + idleAfter);
    }

    @Override
    public void markActive() {
      lastActive = clock;
      if (idle) {
        idle = false;
        nextLook = Math.min(nextLook, lastActive + idleAfter);
        own.markActive();
      }
      if (QuietPartitions.this.idle) {
        QuietPartitions.this.idle = false;
        out.markActive();
      }
    }

    @Override
    public void collect(Intake intake) {
      markActive();
      own.collect(intake);
    }

    @Override
    public void collect(Intake intake, long timestamp) {
      markActive();
      own.collect(intake, timestamp);
    }

    @Override
    public void emitWatermark(Watermark watermark) {
      markActive();
      own.emitWatermark(watermark);
    }

    @Override
    public void markIdle() {
      own.markIdle();
    }
  }
}
