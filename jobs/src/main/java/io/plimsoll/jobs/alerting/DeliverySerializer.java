package io.plimsoll.jobs.alerting;

import io.plimsoll.jobs.alert.Notice;
import io.plimsoll.jobs.alert.delivery.Delivery;
import io.plimsoll.jobs.codec.CodecTypeInfo;
import io.plimsoll.jobs.codec.Fields;
import io.plimsoll.jobs.codec.VersionedSerializer;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes deliveries between tasks, and those that wait. */
public final class DeliverySerializer extends VersionedSerializer<Delivery> {

  private static final long serialVersionUID = 1L;

  public static final DeliverySerializer INSTANCE = new DeliverySerializer();

  static final TypeInformation<Delivery> TYPE = new CodecTypeInfo<>(Delivery.class, INSTANCE);

  @Override
  protected int version() {
    return 1;
  }

  @Override
  public void write(Delivery value, DataOutputView out) throws IOException {
    Fields.writeText(value.notifier(), out);
    NoticeCodec.INSTANCE.write(value.notice(), out);
    out.writeLong(value.since());
  }

  @Override
  public Delivery read(int version, DataInputView in) throws IOException {
    String notifier = Fields.readText(in);
    Notice notice = NoticeCodec.INSTANCE.read(version, in);
    return new Delivery(notifier, notice, in.readLong());
  }

  /** What Flink writes beside the values. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Delivery> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }

  @Override
  public Snapshot snapshotConfiguration() {
    return new Snapshot();
  }
}
