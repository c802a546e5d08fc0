package io.plimsoll.jobs.alerting;

import io.plimsoll.jobs.alert.delivery.Receipt;
import io.plimsoll.jobs.codec.SerializerContract;
import io.plimsoll.jobs.codec.VersionedSerializer;
import java.util.List;

class ReceiptSerializerTest implements SerializerContract<Receipt> {

  @Override
  public VersionedSerializer<Receipt> serializer() {
    return ReceiptSerializer.INSTANCE;
  }

  @Override
  public String golden() {
    return "receipt";
  }

  @Override
  public List<Receipt> samples() {
    return Samples.receipts();
  }
}
