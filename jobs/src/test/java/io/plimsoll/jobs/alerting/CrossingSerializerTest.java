package io.plimsoll.jobs.alerting;

import io.plimsoll.jobs.alert.Crossing;
import io.plimsoll.jobs.codec.SerializerContract;
import io.plimsoll.jobs.codec.VersionedSerializer;
import java.util.List;

class CrossingSerializerTest implements SerializerContract<Crossing> {

  @Override
  public VersionedSerializer<Crossing> serializer() {
    return CrossingSerializer.INSTANCE;
  }

  @Override
  public String golden() {
    return "crossing";
  }

  @Override
  public List<Crossing> samples() {
    return Samples.crossings();
  }
}
