package io.plimsoll.benchmarks.flink;

import io.plimsoll.benchmarks.engine.Checkpoints;
import io.plimsoll.benchmarks.engine.Directories;
import io.plimsoll.benchmarks.engine.Engine;
import io.plimsoll.benchmarks.engine.Heap;
import io.plimsoll.benchmarks.engine.HeapUse;
import io.plimsoll.benchmarks.engine.Outcome;
import io.plimsoll.benchmarks.engine.RunSpec;
import io.plimsoll.benchmarks.engine.TickMeter;
import io.plimsoll.benchmarks.engine.Timing;
import io.plimsoll.benchmarks.market.Account;
import io.plimsoll.benchmarks.market.Market;
import io.plimsoll.benchmarks.market.MarketInstant;
import io.plimsoll.benchmarks.market.MarketSpec;
import io.plimsoll.benchmarks.trigger.TriggerLog;
import io.plimsoll.jobs.codec.CodecTypeInfo;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs a stage in a Flink of this JVM. */
public final class FlinkEngine implements Engine {

  /** The margin watch's gauge; any stage that counts its judgements has one of this name. */
  public static final String JUDGEMENTS = "judgements";

  public static final String ROCKSDB = "rocksdb";
  public static final String HASHMAP = "hashmap";

  private static final int MAX_PARALLELISM = 720;
  private static final double NANOS = 1e9;

  private static final TypeInformation<Account> ACCOUNT =
      new CodecTypeInfo<>(Account.class, AccountSerializer.INSTANCE);
  private static final TypeInformation<MarketInstant> INSTANT =
      new CodecTypeInfo<>(MarketInstant.class, MarketInstantSerializer.INSTANCE);

  private final Stage stage;
  private final String backend;

  public FlinkEngine(Stage stage, String backend) {
    this.stage = stage;
    this.backend = backend;
  }

  @Override
  public Outcome run(RunSpec spec, TriggerLog triggers, Path scratch) throws Exception {
    LongSupplier judgements = GaugeTap.whole(JUDGEMENTS);
    RunControl control = RunControl.begin(new TickMeter(spec, judgements), triggers);
    StreamExecutionEnvironment env = FlinkEnvironments.fresh(spec, backend, scratch);
    build(env, spec.market());
    JobClient job = env.executeAsync("bench " + spec.engine());
    await(control.running(), job);
    long empty = Heap.used();
    long start = System.nanoTime();
    control.loadMayStart().complete(null);
    await(control.loaded(), job);
    double loadSeconds = (System.nanoTime() - start) / NANOS;
    HeapUse heap = new HeapUse(empty, Heap.used());
    control.startTicks();
    await(control.over(), job);
    Checkpoints checkpoints = CheckpointTap.figures(); // before the end of the job aborts one
    Path savepoint = savepoint(job, scratch);
    control.end();
    job.getJobExecutionResult().get();
    TickMeter meter = control.meter();
    return Outcome.of(
        backend,
        meter,
        loadSeconds,
        heap,
        backend.equals(ROCKSDB) ? Directories.size(savepoint) : Outcome.NONE,
        checkpoints,
        spec.restore() ? restore(spec, scratch, savepoint) : Outcome.NONE);
  }

  private void build(StreamExecutionEnvironment env, MarketSpec spec) {
    env.setMaxParallelism(MAX_PARALLELISM);
    DataStream<Account> accounts =
        env.fromSource(
                new FeedSource<>(AccountFeed.of(spec)),
                WatermarkStrategy.noWatermarks(),
                "accounts",
                ACCOUNT)
            .uid("bench-accounts");
    DataStream<MarketInstant> prices =
        env.fromSource(
                new FeedSource<>(TickFeed.of(spec)),
                WatermarkStrategy.noWatermarks(),
                "prices",
                INSTANT)
            .uid("bench-prices");
    stage
        .attach(accounts, prices, new Market(spec))
        .transform("probe", Types.LONG, new Probe())
        .uid("bench-probe");
  }

  /** A savepoint in RocksDB's own files: what a full checkpoint would hold. */
  private static Path savepoint(JobClient job, Path scratch)
      throws InterruptedException, ExecutionException {
    String path =
        job.triggerSavepoint(
                scratch.resolve("savepoint").toUri().toString(), SavepointFormatType.NATIVE)
            .get();
    return Path.of(URI.create(path));
  }

  /** Seconds from the start of a new job to the end of its first tick. */
  private double restore(RunSpec spec, Path scratch, Path savepoint) throws Exception {
    RunSpec oneTick =
        RunSpec.of(spec.engine(), spec.market(), Timing.of(0, 1))
            .withCache(spec.cache())
            .withFlink(spec.flink());
    RunControl control =
        RunControl.begin(new TickMeter(oneTick, GaugeTap.whole(JUDGEMENTS)), new TriggerLog());
    StreamExecutionEnvironment env =
        FlinkEnvironments.restored(oneTick, backend, scratch, savepoint.toUri().toString());
    build(env, spec.market());
    control.loadMayStart().complete(null);
    control.startTicks();
    long start = System.nanoTime();
    JobClient job = env.executeAsync("bench restore " + spec.engine());
    await(control.over(), job);
    double seconds = (System.nanoTime() - start) / NANOS;
    control.end();
    job.getJobExecutionResult().get();
    return seconds;
  }

  /** Waits for a step of the job, or for its failure. */
  private static void await(CompletableFuture<Void> step, JobClient job)
      throws InterruptedException, ExecutionException {
    CompletableFuture.anyOf(step, job.getJobExecutionResult()).get();
    if (!step.isDone()) {
      throw new IllegalStateException("the job ended before it was told to");
    }
  }
}
