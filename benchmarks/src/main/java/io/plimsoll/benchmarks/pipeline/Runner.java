package io.plimsoll.benchmarks.pipeline;

import com.sun.management.OperatingSystemMXBean;
import io.plimsoll.jobs.backfill.LocalFlink;
import io.plimsoll.jobs.backfill.StateBackend;
import io.plimsoll.jobs.codec.IntakeSerializer;
import io.plimsoll.jobs.files.DataDirectory;
import io.plimsoll.jobs.files.DirectorySource;
import io.plimsoll.jobs.files.ReadOptions;
import io.plimsoll.jobs.graph.Uids;
import io.plimsoll.jobs.intake.IntakeStage;
import io.plimsoll.jobs.market.Intake;
import io.plimsoll.jobs.parameters.ParameterFile;
import io.plimsoll.risk.parameters.RiskParameters;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs a graph on a directory, on the cluster of one JVM that a backfill has. */
final class Runner {

  private final DataDirectory files;
  private final RiskParameters parameters;
  private final int parallelism;
  private final StateBackend stateBackend;
  private final Map<String, String> flink;

  Runner(Path directory, int parallelism, StateBackend stateBackend, Map<String, String> flink) {
    this.files = DataDirectory.open(directory);
    this.parameters = ParameterFile.load(directory.resolve(MinuteMarket.LAST_FILE));
    this.parallelism = parallelism;
    this.stateBackend = stateBackend;
    this.flink = flink;
  }

  Run run(Graph graph, int number) throws Exception {
    StreamExecutionEnvironment env = LocalFlink.environment(parallelism, stateBackend, flink);
    DataStream<Intake> intake =
        env.fromSource(
                new DirectorySource(files, parameters, ReadOptions.DEFAULTS),
                WatermarkStrategy.noWatermarks(), // the source knows better
                "files",
                IntakeSerializer.typeOf(Intake.class))
            .uid(Uids.FILES)
            .setParallelism(1);
    graph.define(intake, parameters);
    long cpuBefore = cpuNanos();
    JobExecutionResult result = env.execute("plimsoll bench pipeline");
    long cpuMillis = (cpuNanos() - cpuBefore) / 1_000_000;
    Long taken = result.getAccumulatorResult(IntakeStage.ROWS); // absent without an intake
    return new Run(
        graph,
        number,
        result.getNetRuntime(),
        cpuMillis,
        taken == null ? CountingSink.take(Graph.ROWS) : taken,
        CountingSink.take(Graph.ASSET_STATES),
        CountingSink.take(Graph.MARGIN_EVENTS),
        CountingSink.take(Graph.REFUSED));
  }

  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
