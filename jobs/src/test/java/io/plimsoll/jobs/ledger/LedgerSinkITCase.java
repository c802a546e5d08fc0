package io.plimsoll.jobs.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class LedgerSinkITCase {

  private static final long ROWS = 2_000;
  private static final String NAME = OutputDirectory.ASSET_STATES;

  @RegisterExtension
  private static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  @TempDir Path temporary;

  @Test
  void aJobThatFailsHalfwayLeavesTheFileOfOneThatDoesNot() throws Exception {
    OutputDirectory output = OutputDirectory.prepare(temporary);
    Configuration configuration = new Configuration();
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 3);
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, java.time.Duration.ZERO);
    var environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    environment.setParallelism(2);
    environment.enableCheckpointing(20);
    var source =
        new DataGeneratorSource<Reading>(
            LedgerSinkITCase::row,
            ROWS,
            RateLimiterStrategy.perSecond(4_000),
            TypeInformation.of(Reading.class));
    environment
        .fromSource(source, WatermarkStrategy.noWatermarks(), "rows")
        .map(new FailsOnce())
        .assignTimestampsAndWatermarks(
            WatermarkStrategy.<Reading>forMonotonousTimestamps()
                .withTimestampAssigner((row, ignored) -> row.instant()))
        .sinkTo(LedgerSink.of(output, NAME, Reading.LAYOUT, Reading.serializer()))
        .setParallelism(1);

    environment.execute();
    output.publish();

    assertThat(FailsOnce.FAILED).isTrue();
    assertThat(output.published(NAME))
        .hasContent(
            LongStream.range(0, ROWS)
                .mapToObj(LedgerSinkITCase::row)
                .map(Reading::line)
                .collect(Collectors.joining()));
  }

  private static Reading row(long i) {
    return new Reading(i / 3, "r" + i % 3, i);
  }

  /** Fails behind the first checkpoints, once in the life of this JVM. */
  private static final class FailsOnce implements MapFunction<Reading, Reading> {

    private static final long serialVersionUID = 1L;
    static final AtomicBoolean FAILED = new AtomicBoolean();

    @Override
    public Reading map(Reading row) {
      if (row.value() > ROWS * 0.7 && FAILED.compareAndSet(false, true)) {
        throw new IllegalStateException("failed on purpose");
      }
      return row;
    }
  }
}
