package io.plimsoll.jobs.volatility;

import io.plimsoll.jobs.asset.AssetOperator;
import io.plimsoll.jobs.codec.Codec;
import io.plimsoll.jobs.guard.MarkChange;
import io.plimsoll.risk.parameters.RiskParameters;
import io.plimsoll.risk.volatility.VolatilityPolicy;
import io.plimsoll.risk.volatility.VolatilityState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Steps an asset's volatility at each bar close, and adds it to every change of its mark. */
final class VolatilityOperator
    extends AssetOperator<MarkChange, VolatilityState, VolatilityChange> {

  private static final long serialVersionUID = 1L;

  static final String STATE = "volatility";

  private final RiskParameters parameters;

  private transient VolatilityPolicy policy;
  private transient StreamRecord<VolatilityChange> record;

  VolatilityOperator(RiskParameters parameters) {
    super(STATE);
    this.parameters = parameters;
  }

  @Override
  public void open() throws Exception {
    super.open();
    policy = new VolatilityPolicy(parameters.bars());
    record = new StreamRecord<>(null);
  }

  @Override
  protected Codec<VolatilityState> codec() {
    return VolatilityStateCodec.INSTANCE;
  }

  @Override
  protected VolatilityState newState(String asset) {
    VolatilityState state = new VolatilityState();
    state.volatility = parameters.asset(asset).loadFactor().referenceVolatility();
    return state;
  }

  @Override
  public void processElement(StreamRecord<MarkChange> element) {
    MarkChange mark = element.getValue();
    VolatilityState state = state(mark.asset());
    if (mark.barClose()) {
      double reference = parameters.asset(mark.asset()).loadFactor().referenceVolatility();
      policy.closeBar(state, reference, mark.instant(), mark.mid(), mark.isOk());
    }
    output.collect(
        record.replace(new VolatilityChange(mark, state.volatility), element.getTimestamp()));
  }
}
