package io.plimsoll.jobs.codec;

import io.plimsoll.jobs.market.Heartbeat;
import io.plimsoll.jobs.market.IndexReading;
import io.plimsoll.jobs.market.Intake;
import io.plimsoll.jobs.market.PositionUpdate;
import io.plimsoll.jobs.market.Quote;
import io.plimsoll.jobs.market.Refusal;
import io.plimsoll.jobs.market.SettingsUpdate;
import io.plimsoll.jobs.market.VenueReading;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** What a source emits: a byte for what it is, then its fields. */
public final class IntakeSerializer extends VersionedSerializer<Intake> {

  public static final IntakeSerializer INSTANCE = new IntakeSerializer();

  private static final long serialVersionUID = 1L;
  private static final int VERSION = 1;

  private static final byte QUOTE = 1;
  private static final byte INDEX = 2;
  private static final byte VENUE = 3;
  private static final byte POSITION = 4;
  private static final byte SETTINGS = 5;
  private static final byte REFUSAL = 6;
  private static final byte HEARTBEAT = 7;

  private IntakeSerializer() {}

  /** The serializer for one or for all kinds of intake; the bytes are the same. */
  @SuppressWarnings({"unchecked", "unused"}) // what was written as one kind is read as that kind
  public static <T extends Intake> VersionedSerializer<T> of(Class<T> kind) {
    return (VersionedSerializer<T>) INSTANCE;
  }

  /** The type of a stream of one or of all kinds of intake. */
  public static <T extends Intake> TypeInformation<T> typeOf(Class<T> kind) {
    return new CodecTypeInfo<>(kind, of(kind));
  }

  @Override
  protected int version() {
    return VERSION;
  }

  @Override
  public void write(Intake intake, DataOutputView out) throws IOException {
    if (intake instanceof Quote quote) {
      out.writeByte(QUOTE);
      QuoteCodec.INSTANCE.write(quote, out);
    } else if (intake instanceof IndexReading index) {
      out.writeByte(INDEX);
      IndexReadingCodec.INSTANCE.write(index, out);
    } else if (intake instanceof VenueReading venue) {
      out.writeByte(VENUE);
      VenueReadingCodec.INSTANCE.write(venue, out);
    } else if (intake instanceof PositionUpdate position) {
      out.writeByte(POSITION);
      PositionUpdateCodec.INSTANCE.write(position, out);
    } else if (intake instanceof SettingsUpdate settings) {
      out.writeByte(SETTINGS);
      SettingsUpdateCodec.INSTANCE.write(settings, out);
    } else if (intake instanceof Refusal refusal) {
      out.writeByte(REFUSAL);
      RefusalCodec.INSTANCE.write(refusal, out);
    } else if (intake instanceof Heartbeat heartbeat) {
      out.writeByte(HEARTBEAT);
      out.writeLong(heartbeat.instant());
    } else {
      throw new IOException("no codec for " + intake.getClass());
    }
  }

  @Override
  public Intake read(int version, DataInputView in) throws IOException {
    byte kind = in.readByte();
    return switch (kind) {
      case QUOTE -> QuoteCodec.INSTANCE.read(version, in);
      case INDEX -> IndexReadingCodec.INSTANCE.read(version, in);
      case VENUE -> VenueReadingCodec.INSTANCE.read(version, in);
      case POSITION -> PositionUpdateCodec.INSTANCE.read(version, in);
      case SETTINGS -> SettingsUpdateCodec.INSTANCE.read(version, in);
      case REFUSAL -> RefusalCodec.INSTANCE.read(version, in);
      case HEARTBEAT -> new Heartbeat(in.readLong());
      default -> throw new IOException("no intake of kind " + kind);
    };
  }

  @Override
  public TypeSerializerSnapshot<Intake> snapshotConfiguration() {
    return new Snapshot();
  }

  /** What a checkpoint says of this serializer. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Intake> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
