package io.plimsoll.jobs.market;

import io.plimsoll.jobs.codec.Fields;
import io.plimsoll.jobs.codec.VersionedSerializer;
import io.plimsoll.risk.account.Kind;
import io.plimsoll.risk.account.Mode;
import io.plimsoll.risk.account.Settings;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes market events. Enums by ordinal: their order is part of the format. */
public final class MarketEventSerializer extends VersionedSerializer<MarketEvent> {

  private static final long serialVersionUID = 1L;

  public static final MarketEventSerializer INSTANCE = new MarketEventSerializer();

  private static final int QUOTE = 1;
  private static final int INDEX = 2;
  private static final int VENUE = 3;
  private static final int POSITION = 4;
  private static final int SETTINGS = 5;

  private static final VenueStatus[] STATUSES = VenueStatus.values();
  private static final Kind[] KINDS = Kind.values();
  private static final Mode[] MODES = Mode.values();

  @Override
  protected int version() {
    return 1;
  }

  @Override
  public void write(MarketEvent event, DataOutputView out) throws IOException {
    if (event instanceof Quote quote) {
      out.writeByte(QUOTE);
      writeQuote(quote, out);
    } else if (event instanceof IndexReading reading) {
      out.writeByte(INDEX);
      writeIndex(reading, out);
    } else if (event instanceof VenueReading reading) {
      out.writeByte(VENUE);
      writeVenue(reading, out);
    } else if (event instanceof PositionUpdate update) {
      out.writeByte(POSITION);
      writePosition(update, out);
    } else if (event instanceof SettingsUpdate update) {
      out.writeByte(SETTINGS);
      writeSettings(update, out);
    } else {
      throw new IOException("no tag for " + event);
    }
  }

  @Override
  public MarketEvent read(int version, DataInputView in) throws IOException {
    int tag = in.readByte();
    return switch (tag) {
      case QUOTE ->
          new Quote(
              readOrigin(in),
              in.readLong(),
              Fields.readText(in),
              Fields.readText(in),
              in.readDouble(),
              in.readDouble(),
              in.readLong());
      case INDEX ->
          new IndexReading(
              readOrigin(in), in.readLong(), Fields.readText(in), in.readDouble(), in.readDouble());
      case VENUE ->
          new VenueReading(
              readOrigin(in),
              in.readLong(),
              Fields.readText(in),
              in.readDouble(),
              Fields.readEnum(STATUSES, in));
      case POSITION ->
          new PositionUpdate(
              readOrigin(in),
              in.readLong(),
              in.readLong(),
              Fields.readText(in),
              Fields.readText(in),
              Fields.readText(in),
              Fields.readEnum(KINDS, in),
              Fields.readDecimal(in),
              Fields.readDecimal(in),
              in.readLong());
      case SETTINGS ->
          new SettingsUpdate(
              readOrigin(in),
              in.readLong(),
              in.readLong(),
              Fields.readText(in),
              new Settings(
                  Fields.readEnum(MODES, in), Fields.readText(in), Fields.readDecimal(in)));
      default -> throw new IOException("no market event has the tag " + tag);
    };
  }

  static void writeOrigin(Origin origin, DataOutputView out) throws IOException {
    Fields.writeText(origin.place(), out);
    Fields.writeWhole(origin.line(), out);
    Fields.writeText(origin.record(), out);
  }

  static Origin readOrigin(DataInputView in) throws IOException {
    return new Origin(Fields.readText(in), Fields.readWhole(in), Fields.readText(in));
  }

  private static void writeQuote(Quote quote, DataOutputView out) throws IOException {
    writeOrigin(quote.origin(), out);
    out.writeLong(quote.instant());
    Fields.writeText(quote.asset(), out);
    Fields.writeText(quote.source(), out);
    out.writeDouble(quote.priceUsd());
    out.writeDouble(quote.confidenceUsd());
    out.writeLong(quote.sequence());
  }

  private static void writeIndex(IndexReading reading, DataOutputView out) throws IOException {
    writeOrigin(reading.origin(), out);
    out.writeLong(reading.instant());
    Fields.writeText(reading.asset(), out);
    out.writeDouble(reading.exchangeRate());
    out.writeDouble(reading.borrowIndex());
  }

  private static void writeVenue(VenueReading reading, DataOutputView out) throws IOException {
    writeOrigin(reading.origin(), out);
    out.writeLong(reading.instant());
    Fields.writeText(reading.venue(), out);
    out.writeDouble(reading.stress());
    Fields.writeEnum(reading.status(), out);
  }

  private static void writePosition(PositionUpdate update, DataOutputView out) throws IOException {
    writeOrigin(update.origin(), out);
    out.writeLong(update.instant());
    out.writeLong(update.timestamp());
    Fields.writeText(update.account(), out);
    Fields.writeText(update.venue(), out);
    Fields.writeText(update.asset(), out);
    Fields.writeEnum(update.kind(), out);
    Fields.writeDecimal(update.amount(), out);
    Fields.writeDecimal(update.entryPriceUsd(), out);
    out.writeLong(update.sequence());
  }

  private static void writeSettings(SettingsUpdate update, DataOutputView out) throws IOException {
    writeOrigin(update.origin(), out);
    out.writeLong(update.instant());
    out.writeLong(update.timestamp());
    Fields.writeText(update.account(), out);
    Fields.writeEnum(update.settings().mode(), out);
    Fields.writeText(update.settings().category(), out);
    Fields.writeDecimal(update.settings().marginCall(), out);
  }

  /** What Flink writes beside the values. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<MarketEvent> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }

  @Override
  public Snapshot snapshotConfiguration() {
    return new Snapshot();
  }
}
