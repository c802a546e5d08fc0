package io.plimsoll.jobs.guard;

import io.plimsoll.jobs.asset.StateCodecContract;
import io.plimsoll.jobs.codec.Codec;
import io.plimsoll.jobs.market.IndexReading;
import io.plimsoll.jobs.market.Origin;
import io.plimsoll.jobs.market.Quote;
import io.plimsoll.jobs.market.VenueReading;
import io.plimsoll.jobs.market.VenueStatus;
import io.plimsoll.risk.mark.MarkStatus;
import java.util.ArrayList;
import java.util.List;

class GuardStateCodecTest implements StateCodecContract<GuardState> {

  private static final long T = 1_583_020_800_000L;
  private static final Origin ORIGIN = new Origin("quotes.csv", 2, "");

  @Override
  public Codec<GuardState> codec() {
    return GuardStateCodec.INSTANCE;
  }

  @Override
  public String golden() {
    return "guard-state";
  }

  @Override
  public List<GuardState> samples() {
    List<GuardState> all = new ArrayList<>();
    all.add(new GuardState("ETH"));
    all.add(full());
    for (MarkStatus status : MarkStatus.values()) {
      GuardState state = new GuardState("\uD83D\uDEA2");
      state.mark.status = status;
      all.add(state);
    }
    return all;
  }

  private static GuardState full() {
    GuardState state = new GuardState("stETH");
    state.await(new Quote(ORIGIN, T + 1, "stETH", "a", 201.5, 0.5, 7));
    state.await(new IndexReading(ORIGIN, T + 2, "stETH", Double.NaN, 1.25));
    state.await(new VenueReading(ORIGIN, T + 3, "main", 0.5, VenueStatus.UP));
    state.mark.quotes.put("", 200.5, 0.25, T);
    state.mark.quotes.put("binance", Double.MAX_VALUE, 0.0, T - 1);
    state.mark.marked = true;
    state.mark.mid = 200.5;
    state.mark.low = 200.25;
    state.mark.high = 200.75;
    state.mark.status = MarkStatus.DISPUTED;
    state.mark.newestSurvivor = T;
    state.mark.claimedMedian = 300.0;
    state.mark.claimInstant = T - 60_000;
    state.rates.toldRate = 1.125;
    state.rates.toldIndex = 1.0625;
    state.rates.anchorRate = 1.0;
    state.rates.anchorTime = T - 86_400_000;
    state.rates.exchangeRate = 1.09375;
    state.rates.borrowIndex = 1.0625;
    state.stress = 0.75;
    state.nextBarClose = T + 60_000;
    state.overUpTo = T - 1;
    return state;
  }
}
