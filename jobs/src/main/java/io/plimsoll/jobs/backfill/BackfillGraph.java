package io.plimsoll.jobs.backfill;

import io.plimsoll.jobs.Pipeline;
import io.plimsoll.jobs.codec.IntakeSerializer;
import io.plimsoll.jobs.graph.Uids;
import io.plimsoll.jobs.ledger.AssetStateRows;
import io.plimsoll.jobs.ledger.LedgerSink;
import io.plimsoll.jobs.ledger.MarginEventRows;
import io.plimsoll.jobs.ledger.OutputDirectory;
import io.plimsoll.jobs.ledger.RefusalRows;
import io.plimsoll.jobs.loadfactor.AssetState;
import io.plimsoll.jobs.loadfactor.AssetStateSerializer;
import io.plimsoll.jobs.market.Intake;
import io.plimsoll.jobs.market.Refusal;
import io.plimsoll.jobs.watch.MarginEventSerializer;
import io.plimsoll.jobs.watch.WatchOptions;
import io.plimsoll.risk.parameters.RiskParameters;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The backfill as a graph: files, the pipeline, files. */
public final class BackfillGraph {

  private BackfillGraph() {}

  /**
   * Adds the whole graph to an environment.
   *
   * @param source emits the rows with timestamps and watermarks of its own, and the last instant as
   *     its last watermark
   * @param parameters of the risk model
   * @param output prepared
   * @param watch how the margin watch works
   * @param from earlier instants are applied, but not written; epoch milliseconds
   */
  public static void define(
      StreamExecutionEnvironment env,
      Source<Intake, ?, ?> source,
      RiskParameters parameters,
      OutputDirectory output,
      WatchOptions watch,
      long from) {
    DataStream<Intake> intake =
        env.fromSource(
                source,
                WatermarkStrategy.noWatermarks(), // the source knows better
                "files",
                IntakeSerializer.typeOf(Intake.class))
            .uid(Uids.FILES)
            .setParallelism(1);
    Pipeline.Outputs outputs = Pipeline.build(intake, parameters, watch);
    outputs
        .marginEvents()
        .sinkTo(
            LedgerSink.of(
                    output,
                    OutputDirectory.MARGIN_EVENTS,
                    MarginEventRows.layout(parameters.execution()),
                    MarginEventSerializer.INSTANCE)
                .from(from))
        .name("margin events")
        .uid(Uids.MARGIN_EVENTS_FILE)
        .setParallelism(1);
    outputs
        .assetStates()
        .filter(AssetState::barClose)
        .name("bar closes")
        .uid(Uids.BAR_CLOSES)
        .sinkTo(
            LedgerSink.of(
                    output,
                    OutputDirectory.ASSET_STATES,
                    AssetStateRows.LAYOUT,
                    AssetStateSerializer.INSTANCE)
                .from(from))
        .name("asset states")
        .uid(Uids.ASSET_STATES_FILE)
        .setParallelism(1);
    outputs
        .refused()
        .sinkTo(
            LedgerSink.of(
                output,
                OutputDirectory.REFUSED,
                RefusalRows.LAYOUT,
                IntakeSerializer.of(Refusal.class)))
        .name("refused")
        .uid(Uids.REFUSED_FILE)
        .setParallelism(1);
  }
}
