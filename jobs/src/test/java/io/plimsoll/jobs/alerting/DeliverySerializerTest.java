package io.plimsoll.jobs.alerting;

import io.plimsoll.jobs.alert.delivery.Delivery;
import io.plimsoll.jobs.codec.SerializerContract;
import io.plimsoll.jobs.codec.VersionedSerializer;
import java.util.List;

class DeliverySerializerTest implements SerializerContract<Delivery> {

  @Override
  public VersionedSerializer<Delivery> serializer() {
    return DeliverySerializer.INSTANCE;
  }

  @Override
  public String golden() {
    return "delivery";
  }

  @Override
  public List<Delivery> samples() {
    return Samples.deliveries();
  }
}
