package io.plimsoll.jobs.loadfactor;

import io.plimsoll.jobs.asset.AssetOperator;
import io.plimsoll.jobs.codec.Codec;
import io.plimsoll.jobs.guard.MarkChange;
import io.plimsoll.jobs.volatility.VolatilityChange;
import io.plimsoll.risk.loadfactor.LoadFactorPolicy;
import io.plimsoll.risk.parameters.RiskParameters;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Steps an asset's load factor at each bar close, and completes the state of the asset with it. */
final class LoadFactorOperator
    extends AssetOperator<VolatilityChange, LoadFactorState, AssetState> {

  private static final long serialVersionUID = 1L;

  static final String STATE = "load-factor";

  private final RiskParameters parameters;

  private transient StreamRecord<AssetState> record;

  LoadFactorOperator(RiskParameters parameters) {
    super(STATE);
    this.parameters = parameters;
  }

  @Override
  public void open() throws Exception {
    super.open();
    record = new StreamRecord<>(null);
  }

  @Override
  protected Codec<LoadFactorState> codec() {
    return LoadFactorState.StateCodec.INSTANCE;
  }

  @Override
  protected LoadFactorState newState(String asset) {
    return new LoadFactorState();
  }

  @Override
  public void processElement(StreamRecord<VolatilityChange> element) {
    MarkChange mark = element.getValue().mark();
    double volatility = element.getValue().volatility();
    LoadFactorState state = state(mark.asset());
    if (mark.barClose()) {
      state.loadFactor =
          LoadFactorPolicy.step(
              parameters.asset(mark.asset()).loadFactor(),
              state.loadFactor,
              volatility,
              mark.stress(),
              mark.isOk(),
              parameters.bars().intervalMs());
    }
    output.collect(
        record.replace(assetState(mark, volatility, state.loadFactor), element.getTimestamp()));
  }

  private static AssetState assetState(MarkChange mark, double volatility, double loadFactor) {
    return new AssetState(
        mark.instant(),
        mark.asset(),
        mark.status(),
        mark.mid(),
        mark.low(),
        mark.high(),
        mark.exchangeRate(),
        mark.borrowIndex(),
        volatility,
        loadFactor,
        mark.barClose());
  }
}
