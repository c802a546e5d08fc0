package io.plimsoll.jobs.alerting;

import io.plimsoll.jobs.alert.Crossing;
import io.plimsoll.jobs.codec.Codec;
import io.plimsoll.jobs.codec.Fields;
import io.plimsoll.jobs.codec.RiskConstants;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Crossings. */
final class CrossingCodec implements Codec<Crossing> {

  static final CrossingCodec INSTANCE = new CrossingCodec();

  private CrossingCodec() {}

  @Override
  public void write(Crossing value, DataOutputView out) throws IOException {
    Fields.writeText(value.id(), out);
    Fields.writeText(value.account(), out);
    out.writeLong(value.instant());
    RiskConstants.LEVELS.write(value.level(), out);
    out.writeDouble(value.healthFactor());
    out.writeDouble(value.debtUsd());
    out.writeDouble(value.equityUsd());
  }

  @Override
  public Crossing read(int version, DataInputView in) throws IOException {
    return new Crossing(
        Fields.readText(in),
        Fields.readText(in),
        in.readLong(),
        RiskConstants.LEVELS.read(in),
        in.readDouble(),
        in.readDouble(),
        in.readDouble());
  }
}
