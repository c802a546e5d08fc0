package io.plimsoll.jobs.guard;

import io.plimsoll.jobs.codec.Codec;
import io.plimsoll.jobs.codec.Fields;
import io.plimsoll.jobs.codec.IntakeSerializer;
import io.plimsoll.jobs.codec.RiskConstants;
import io.plimsoll.jobs.market.MarketEvent;
import io.plimsoll.risk.mark.MarkState;
import io.plimsoll.risk.mark.Quotes;
import io.plimsoll.risk.mark.RateState;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes what the guard keeps. */
enum GuardStateCodec implements Codec<GuardState> {
  INSTANCE;

  @Override
  public void write(GuardState state, DataOutputView out) throws IOException {
    Fields.writeText(state.asset, out);
    writeMark(state.mark, out);
    writeRates(state.rates, out);
    out.writeDouble(state.stress);
    out.writeLong(state.nextBarClose);
    out.writeLong(state.overUpTo);
    Fields.writeCount(state.pending.size(), out);
    for (MarketEvent event : state.pending) {
      IntakeSerializer.of(MarketEvent.class).serialize(event, out);
    }
  }

  @Override
  public GuardState read(int version, DataInputView in) throws IOException {
    GuardState state = new GuardState(Fields.readText(in));
    readMark(state.mark, in);
    readRates(state.rates, in);
    state.stress = in.readDouble();
    state.nextBarClose = in.readLong();
    state.overUpTo = in.readLong();
    for (int left = Fields.readCount(in); left > 0; left--) {
      state.await(IntakeSerializer.of(MarketEvent.class).deserialize(in));
    }
    return state;
  }

  private static void writeMark(MarkState mark, DataOutputView out) throws IOException {
    Quotes quotes = mark.quotes;
    Fields.writeCount(quotes.size(), out);
    for (int i = 0; i < quotes.size(); i++) {
      Fields.writeText(quotes.source(i), out);
      out.writeDouble(quotes.priceUsd(i));
      out.writeDouble(quotes.confidenceUsd(i));
      out.writeLong(quotes.timestamp(i));
    }
    out.writeBoolean(mark.marked);
    out.writeDouble(mark.mid);
    out.writeDouble(mark.low);
    out.writeDouble(mark.high);
    RiskConstants.MARK_STATUSES.write(mark.status, out);
    out.writeLong(mark.newestSurvivor);
    out.writeDouble(mark.claimedMedian);
    out.writeLong(mark.claimInstant);
  }

  private static void readMark(MarkState mark, DataInputView in) throws IOException {
    for (int left = Fields.readCount(in); left > 0; left--) {
      mark.quotes.put(Fields.readText(in), in.readDouble(), in.readDouble(), in.readLong());
    }
    mark.marked = in.readBoolean();
    mark.mid = in.readDouble();
    mark.low = in.readDouble();
    mark.high = in.readDouble();
    mark.status = RiskConstants.MARK_STATUSES.read(in);
    mark.newestSurvivor = in.readLong();
    mark.claimedMedian = in.readDouble();
    mark.claimInstant = in.readLong();
  }

  private static void writeRates(RateState rates, DataOutputView out) throws IOException {
    out.writeDouble(rates.toldRate);
    out.writeDouble(rates.toldIndex);
    out.writeDouble(rates.anchorRate);
    out.writeLong(rates.anchorTime);
    out.writeDouble(rates.exchangeRate);
    out.writeDouble(rates.borrowIndex);
  }

  private static void readRates(RateState rates, DataInputView in) throws IOException {
    rates.toldRate = in.readDouble();
    rates.toldIndex = in.readDouble();
    rates.anchorRate = in.readDouble();
    rates.anchorTime = in.readLong();
    rates.exchangeRate = in.readDouble();
    rates.borrowIndex = in.readDouble();
  }
}
