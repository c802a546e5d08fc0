package io.plimsoll.jobs.alerting;

import io.plimsoll.jobs.alert.delivery.Delivery;
import io.plimsoll.jobs.alert.delivery.Receipt;
import io.plimsoll.jobs.alert.delivery.Receipt.End;
import io.plimsoll.jobs.codec.CodecTypeInfo;
import io.plimsoll.jobs.codec.Constants;
import io.plimsoll.jobs.codec.Fields;
import io.plimsoll.jobs.codec.VersionedSerializer;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes receipts between tasks. */
public final class ReceiptSerializer extends VersionedSerializer<Receipt> {

  private static final long serialVersionUID = 1L;

  public static final ReceiptSerializer INSTANCE = new ReceiptSerializer();

  static final TypeInformation<Receipt> TYPE = new CodecTypeInfo<>(Receipt.class, INSTANCE);

  private static final Constants<End> ENDS =
      Constants.of(End.class, List.of(End.DELIVERED, End.REFUSED, End.EXPIRED, End.OVERFLOWED));

  @Override
  protected int version() {
    return 1;
  }

  @Override
  public void write(Receipt value, DataOutputView out) throws IOException {
    DeliverySerializer.INSTANCE.serialize(value.delivery(), out);
    ENDS.write(value.end(), out);
    Fields.writeCount(value.attempts(), out);
    Fields.writeText(value.detail(), out);
    out.writeLong(value.at());
  }

  @Override
  public Receipt read(int version, DataInputView in) throws IOException {
    Delivery delivery = DeliverySerializer.INSTANCE.deserialize(in);
    return new Receipt(
        delivery, ENDS.read(in), Fields.readCount(in), Fields.readText(in), in.readLong());
  }

  /** What Flink writes beside the values. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Receipt> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }

  @Override
  public Snapshot snapshotConfiguration() {
    return new Snapshot();
  }
}
