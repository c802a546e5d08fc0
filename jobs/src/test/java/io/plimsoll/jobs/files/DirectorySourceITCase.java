package io.plimsoll.jobs.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.plimsoll.jobs.codec.IntakeSerializer;
import io.plimsoll.jobs.intake.Rows;
import io.plimsoll.jobs.market.Intake;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The source inside a job: what it emits reaches the next task. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class DirectorySourceITCase {

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  private static final long T = 1_583_020_800_000L;

  @TempDir Path path;

  private static StreamExecutionEnvironment environment(Configuration settings) {
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(settings);
    env.setParallelism(2);
    return env;
  }

  private DataStream<Intake> source(StreamExecutionEnvironment env) {
    return env.fromSource(
        new DirectorySource(DataDirectory.open(path), Rows.PARAMETERS, ReadOptions.DEFAULTS),
        WatermarkStrategy.noWatermarks(),
        "files",
        IntakeSerializer.typeOf(Intake.class));
  }

  private static String[] quotes(int rows) {
    return IntStream.range(0, rows)
        .mapToObj(i -> i == 0 ? "timestamp,asset,price" : (T + i) + ",ETH,100")
        .toArray(String[]::new);
  }

  @Test
  @SuppressWarnings("try") // Flink's iterator may be interrupted when it closes
  void recordsAndWatermarksReachTheNextTaskWhateverTheParallelismOfTheSource() throws Exception {
    new TypedDirectory(path)
        .with("quotes.csv", quotes(5001))
        .with(
            "positions.csv",
            "timestamp,account,asset,kind,amount",
            T + ",a,ETH,DEBT,1",
            (T + 9000) + ",a,ETH,DEBT,1");
    StreamExecutionEnvironment env = environment(new Configuration());
    DataStream<Long> behind =
        source(env)
            .rebalance()
            .process(new WatermarkBehind())
            .returns(Types.LONG)
            .setParallelism(1);

    List<Long> watermarks = new ArrayList<>();
    try (CloseableIterator<Long> results = behind.executeAndCollect()) {
      results.forEachRemaining(watermarks::add);
    }

    // Each record is ahead of the watermark before it, and that one moves while the files are read.
    assertThat(watermarks).hasSize(5002).allMatch(behindBy -> behindBy > 0);
    assertThat(watermarks.subList(4000, 5000)).allMatch(behindBy -> behindBy <= 2 * 256);
  }

  /** How far the watermark is behind each record's timestamp. */
  private static final class WatermarkBehind extends ProcessFunction<Intake, Long> {
    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(Intake intake, Context context, Collector<Long> out) {
      long watermark = context.timerService().currentWatermark();
      out.collect(watermark == Long.MIN_VALUE ? Long.MAX_VALUE : context.timestamp() - watermark);
    }
  }

  @Test
  void aFileThatBreaksFailsTheJobAtOnceWithItsOneLine() throws Exception {
    byte[] whole = String.join("\n", quotes(3000)).getBytes(StandardCharsets.UTF_8);
    whole[40_000] = (byte) 0xFF;
    new TypedDirectory(path).with("quotes.csv", whole);
    Configuration restartsForEver = new Configuration();
    restartsForEver.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    restartsForEver.set(
        RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, Integer.MAX_VALUE);
    StreamExecutionEnvironment env = environment(restartsForEver);
    source(env).process(new WatermarkBehind()).returns(Types.LONG).print();

    Throwable failure = catchThrowable(env::execute);

    long line =
        Arrays.stream(new String(whole, 0, 40_000, StandardCharsets.UTF_8).split("\n")).count();
    assertThat(InputException.messageIn(failure))
        .hasValue(
            path.resolve("quotes.csv")
                + ": after line "
                + (line - 1)
                + ": not UTF-8, which CSV must be");
  }

  @Test
  void anotherFailureIsNotTakenForOneOfTheInput() {
    assertThat(InputException.messageIn(new IllegalStateException(new RuntimeException("no"))))
        .isEmpty();
  }
}
