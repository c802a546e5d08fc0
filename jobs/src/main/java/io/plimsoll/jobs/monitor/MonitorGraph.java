package io.plimsoll.jobs.monitor;

import io.plimsoll.jobs.Pipeline;
import io.plimsoll.jobs.codec.IntakeSerializer;
import io.plimsoll.jobs.graph.Uids;
import io.plimsoll.jobs.kafka.TopicSinks;
import io.plimsoll.jobs.loadfactor.AssetState;
import io.plimsoll.jobs.market.Intake;
import io.plimsoll.jobs.market.Refusal;
import io.plimsoll.jobs.options.OutputTopics;
import io.plimsoll.jobs.watch.WatchOptions;
import io.plimsoll.risk.parameters.RiskParameters;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The monitor as a graph: topics, the pipeline, topics. */
public final class MonitorGraph {

  /** Partitions never become idle: each must go on to receive records. */
  public static final Duration NEVER_IDLE = Duration.ZERO;

  private MonitorGraph() {}

  /**
   * Adds the whole graph to an environment.
   *
   * @param source emits events with timestamps and watermarks of its own
   * @param readers subtasks that read; at most as many as there are partitions
   * @param idleAfter after how long a partition without records holds nothing back any more, or
   *     {@link #NEVER_IDLE}
   * @param live first instant that is not of a history, epoch milliseconds; a run that ends is all
   *     history
   * @param parameters of the risk model
   * @param watch how the margin watch works
   * @param sinks what is written
   * @param topics where to
   */
  public static void define(
      StreamExecutionEnvironment env,
      Source<Intake, ?, ?> source,
      int readers,
      Duration idleAfter,
      long live,
      RiskParameters parameters,
      WatchOptions watch,
      TopicSinks sinks,
      OutputTopics topics) {
    if (parameters.onPaper()) {
      throw new IllegalArgumentException("execution on paper is for backfills alone");
    }
    boolean history = source.getBoundedness() == Boundedness.BOUNDED;
    DataStream<Intake> intake =
        env.fromSource(
                source,
                watermarks(history ? NEVER_IDLE : idleAfter),
                "topics",
                IntakeSerializer.typeOf(Intake.class))
            .uid(Uids.TOPICS)
            .setParallelism(readers);
    Pipeline.Outputs outputs =
        Pipeline.build(history ? untilLastInstant(intake) : intake, parameters, watch);
    outputs
        .marginEvents()
        .sinkTo(sinks.marginEvents(topics.marginEvents(), history ? Long.MAX_VALUE : live))
        .name("margin events")
        .uid(Uids.MARGIN_EVENTS_TOPIC);
    outputs
        .assetStates()
        .filter(AssetState::barClose)
        .name("bar closes")
        .uid(Uids.BAR_CLOSES)
        .sinkTo(sinks.assetStates(topics.assetStates()))
        .name("asset states")
        .uid(Uids.ASSET_STATES_TOPIC);
    outputs
        .refused()
        .map(new RefusedCounter())
        .returns(IntakeSerializer.typeOf(Refusal.class))
        .name("refused by reason")
        .uid(Uids.REFUSED_BY_REASON)
        .sinkTo(sinks.refused(topics.refused()))
        .name("refused")
        .uid(Uids.REFUSED_TOPIC);
  }

  /**
   * The source's own, and nothing but the idle by a timer. Never in a run that ends: a finished
   * subtask beside an idle one would pass for the end of all (FLINK-38477).
   */
  private static WatermarkStrategy<Intake> watermarks(Duration idleAfter) {
    WatermarkStrategy<Intake> own = WatermarkStrategy.noWatermarks();
    return idleAfter.equals(NEVER_IDLE) ? own : own.withIdleness(idleAfter);
  }

  private static DataStream<Intake> untilLastInstant(DataStream<Intake> intake) {
    return intake
        .transform("last instant", IntakeSerializer.typeOf(Intake.class), new LastInstantOperator())
        .uid(Uids.LAST_INSTANT)
        .setParallelism(1);
  }
}
