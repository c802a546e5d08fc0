package io.plimsoll.jobs.alerting;

import io.plimsoll.jobs.alert.AccountNames;
import io.plimsoll.jobs.alert.QuietHours;
import io.plimsoll.jobs.alert.Route;
import io.plimsoll.jobs.codec.Codec;
import io.plimsoll.jobs.codec.Fields;
import io.plimsoll.jobs.codec.RiskConstants;
import java.io.IOException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Routes. */
final class RouteCodec implements Codec<Route> {

  static final RouteCodec INSTANCE = new RouteCodec();

  private RouteCodec() {}

  @Override
  public void write(Route value, DataOutputView out) throws IOException {
    Fields.writeText(value.name(), out);
    writeTexts(value.accounts().written(), out);
    RiskConstants.LEVELS.write(value.from(), out);
    out.writeDouble(value.minDebtUsd());
    writeTexts(value.notifiers(), out);
    Fields.writeCount(value.digestAbove(), out);
    out.writeLong(value.windowMs());
    out.writeLong(value.repeatMs());
    out.writeLong(value.rememberMs());
    out.writeBoolean(value.quiet().isPresent());
    if (value.quiet().isPresent()) {
      QuietHours quiet = value.quiet().orElseThrow();
      out.writeInt(quiet.from().toSecondOfDay());
      out.writeInt(quiet.to().toSecondOfDay());
      Fields.writeText(quiet.zone().getId(), out);
      RiskConstants.LEVELS.write(quiet.below(), out);
    }
  }

  @Override
  public Route read(int version, DataInputView in) throws IOException {
    return new Route(
        Fields.readText(in),
        new AccountNames(readTexts(in)),
        RiskConstants.LEVELS.read(in),
        in.readDouble(),
        readTexts(in),
        Fields.readCount(in),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readBoolean() ? Optional.of(readQuiet(in)) : Optional.empty());
  }

  private static QuietHours readQuiet(DataInputView in) throws IOException {
    return new QuietHours(
        LocalTime.ofSecondOfDay(in.readInt()),
        LocalTime.ofSecondOfDay(in.readInt()),
        ZoneId.of(Fields.readText(in)),
        RiskConstants.LEVELS.read(in));
  }

  private static void writeTexts(List<String> texts, DataOutputView out) throws IOException {
    Fields.writeCount(texts.size(), out);
    for (String text : texts) {
      Fields.writeText(text, out);
    }
  }

  private static List<String> readTexts(DataInputView in) throws IOException {
    int count = Fields.readCount(in);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(Fields.readText(in));
    }
    return texts;
  }
}
