package io.plimsoll.benchmarks.pipeline;

import io.plimsoll.jobs.Pipeline;
import io.plimsoll.jobs.guard.GuardStage;
import io.plimsoll.jobs.guard.MarkChange;
import io.plimsoll.jobs.intake.IntakeStage;
import io.plimsoll.jobs.loadfactor.LoadFactorStage;
import io.plimsoll.jobs.market.Intake;
import io.plimsoll.jobs.volatility.VolatilityStage;
import io.plimsoll.jobs.watch.WatchOptions;
import io.plimsoll.risk.parameters.RiskParameters;
import java.util.Locale;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;

/** How much of the pipeline a run goes through. All ends are counting sinks. */
public enum Graph {
  /** The source alone: what the others are measured against. */
  SOURCE {
    @Override
    void define(DataStream<Intake> intake, RiskParameters parameters) {
      count(intake, ROWS);
    }
  },
  /** Stages 1 to 3, for where the time goes. */
  ASSETS {
    @Override
    void define(DataStream<Intake> intake, RiskParameters parameters) {
      DataStream<MarkChange> marks =
          GuardStage.attach(IntakeStage.attach(intake, parameters).readings(), parameters);
      count(
          LoadFactorStage.attach(
              DataStreamUtils.reinterpretAsKeyedStream(
                  VolatilityStage.attach(
                      DataStreamUtils.reinterpretAsKeyedStream(
                          marks, MarkChange::asset, Types.STRING),
                      parameters),
                  change -> change.mark().asset(),
                  Types.STRING),
              parameters),
          ASSET_STATES);
    }
  },
  /** Everything, as a job has it. */
  PIPELINE {
    @Override
    void define(DataStream<Intake> intake, RiskParameters parameters) {
      Pipeline.Outputs outputs = Pipeline.build(intake, parameters, WatchOptions.DEFAULTS);
      count(outputs.marginEvents(), MARGIN_EVENTS);
      count(outputs.assetStates(), ASSET_STATES);
      count(outputs.refused(), REFUSED);
    }
  };

  static final String ROWS = "rows";
  static final String MARGIN_EVENTS = "marginEvents";
  static final String ASSET_STATES = "assetStates";
  static final String REFUSED = "refused";

  /** Adds the graph behind a source. */
  abstract void define(DataStream<Intake> intake, RiskParameters parameters);

  final String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static <T> void count(DataStream<T> stream, String name) {
    stream.sinkTo(new CountingSink<>(name)).name(name).setParallelism(stream.getParallelism());
  }
}
