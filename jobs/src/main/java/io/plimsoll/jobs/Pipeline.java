package io.plimsoll.jobs;

import io.plimsoll.jobs.graph.Refusals;
import io.plimsoll.jobs.guard.GuardStage;
import io.plimsoll.jobs.guard.MarkChange;
import io.plimsoll.jobs.intake.IntakeStage;
import io.plimsoll.jobs.loadfactor.AssetState;
import io.plimsoll.jobs.loadfactor.LoadFactorStage;
import io.plimsoll.jobs.market.Intake;
import io.plimsoll.jobs.market.Refusal;
import io.plimsoll.jobs.volatility.VolatilityChange;
import io.plimsoll.jobs.volatility.VolatilityStage;
import io.plimsoll.jobs.watch.MarginEvent;
import io.plimsoll.jobs.watch.WatchOptions;
import io.plimsoll.jobs.watch.WatchStage;
import io.plimsoll.risk.parameters.RiskParameters;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The one pipeline of every job: sources and sinks differ, this does not.
 *
 * <pre>
 *  quotes ──┐
 *  indices ─┼─► 1 oracle guard ──► 2 volatility ──► 3 load factor ──┬──► asset states
 *  stress ──┤      key: asset         key: asset       key: asset    │
 *           │                                                       │ broadcast
 *  status ──┼───────────────────────────────────────────────────────┤
 *           │                                                       ▼
 *  positions┴┬─────────────────────────────────────────────► 4 margin watch ──► margin events
 *  settings ─┘                                                 key: account
 *
 *  every stage: what it refuses ──► refused
 * </pre>
 */
public final class Pipeline {

  /** Key groups of the watch: fixed for the life of a job, for its state is cut by them. */
  public static final int MAX_PARALLELISM = 720;

  /**
   * What comes out.
   *
   * @param marginEvents of all accounts, in no order across accounts
   * @param assetStates of all assets, at every change and bar close; they bear arrivals for their
   *     timestamps, event time is their instant
   * @param refused rows of all stages
   */
  public record Outputs(
      DataStream<MarginEvent> marginEvents,
      DataStream<AssetState> assetStates,
      DataStream<Refusal> refused) {}

  private Pipeline() {}

  /**
   * Builds the pipeline.
   *
   * @param intake what the sources emit, with watermarks; a record's timestamp is its arrival, when
   *     it was written to its topic
   * @param parameters of the risk model
   * @param watch how stage 4 works; it does not change a result
   * @throws EnvironmentException for an environment that would falsify the result
   */
  public static Outputs build(
      DataStream<Intake> intake, RiskParameters parameters, WatchOptions watch) {
    prepare(intake.getExecutionEnvironment());
    IntakeStage.Parts parts = IntakeStage.attach(intake, parameters);
    SingleOutputStreamOperator<MarkChange> marks = // 1
        GuardStage.attach(parts.readings(), parameters);
    // Parted by asset already: stages 2 and 3 chain to the guard, and order is kept.
    DataStream<VolatilityChange> volatilities = // 2
        VolatilityStage.attach(marks, parameters);
    DataStream<AssetState> assets = // 3
        LoadFactorStage.attach(volatilities, parameters);
    SingleOutputStreamOperator<MarginEvent> marginEvents = // 4
        WatchStage.attach(parts.updates(), parts.statuses(), assets, parameters, watch);
    DataStream<Refusal> refused =
        parts
            .refused()
            .union(marks.getSideOutput(Refusals.TAG), marginEvents.getSideOutput(Refusals.TAG));
    return new Outputs(marginEvents, assets, refused);
  }

  private static void prepare(StreamExecutionEnvironment env) {
    RuntimeExecutionMode mode = env.getConfiguration().get(ExecutionOptions.RUNTIME_MODE);
    if (mode != RuntimeExecutionMode.STREAMING) {
      throw new EnvironmentException(
          ExecutionOptions.RUNTIME_MODE.key()
              + ": "
              + mode
              + " is not allowed; allowed is STREAMING, because a batch join of broadcast and keyed"
              + " input loses the order of events");
    }
    env.setMaxParallelism(MAX_PARALLELISM);
  }
}
