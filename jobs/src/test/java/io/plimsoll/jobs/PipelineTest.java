package io.plimsoll.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.jobs.codec.IntakeSerializer;
import io.plimsoll.jobs.market.Intake;
import io.plimsoll.jobs.market.Origin;
import io.plimsoll.jobs.market.Refusal;
import io.plimsoll.jobs.market.RefusalReason;
import io.plimsoll.jobs.watch.WatchOptions;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PipelineTest {

  private static Pipeline.Outputs build(StreamExecutionEnvironment env) {
    Intake row = new Refusal(0, new Origin("a.csv", 2, ""), RefusalReason.MALFORMED, "");
    DataStream<Intake> intake = env.fromData(IntakeSerializer.typeOf(Intake.class), row);
    return Pipeline.build(intake, Fixture.parameters(), WatchOptions.DEFAULTS);
  }

  private static StreamExecutionEnvironment environment(Configuration configuration) {
    return StreamExecutionEnvironment.getExecutionEnvironment(configuration);
  }

  @Nested
  class ExecutionOtherThanStreaming {

    @ParameterizedTest
    @EnumSource(
        value = RuntimeExecutionMode.class,
        names = "STREAMING",
        mode = EnumSource.Mode.EXCLUDE)
    void isRefusedWhenTheConfigurationSaysSo(RuntimeExecutionMode mode) {
      Configuration configuration = new Configuration();
      configuration.set(ExecutionOptions.RUNTIME_MODE, mode);
      assertRefused(environment(configuration), mode);
    }

    @ParameterizedTest
    @EnumSource(
        value = RuntimeExecutionMode.class,
        names = "STREAMING",
        mode = EnumSource.Mode.EXCLUDE)
    void isRefusedWhenTheProgramSaysSo(RuntimeExecutionMode mode) {
      StreamExecutionEnvironment env = environment(new Configuration());
      env.setRuntimeMode(mode);
      assertRefused(env, mode);
    }

    private void assertRefused(StreamExecutionEnvironment env, RuntimeExecutionMode mode) {
      assertThatThrownBy(() -> build(env))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith(
              "execution.runtime-mode: " + mode + " is not allowed; allowed is STREAMING")
          .hasMessageNotContaining("\n");
    }
  }

  @Test
  void maxParallelismIsTheSameWhateverTheConfigurationSays() {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.MAX_PARALLELISM, 128);
    StreamExecutionEnvironment env = environment(configuration);
    env.setMaxParallelism(64);
    Pipeline.Outputs outputs = build(env);
    outputs.marginEvents().sinkTo(new DiscardingSink<>());
    outputs.assetStates().sinkTo(new DiscardingSink<>());
    outputs.refused().sinkTo(new DiscardingSink<>());

    assertThat(env.getStreamGraph(false).getStreamNodes())
        .extracting(StreamNode::getMaxParallelism)
        .containsOnly(720);
  }
}
