package io.plimsoll.jobs.alerting;

import io.plimsoll.jobs.codec.SerializerContract;
import io.plimsoll.jobs.codec.VersionedSerializer;
import java.util.List;

class RoutedSerializerTest implements SerializerContract<Routed> {

  @Override
  public VersionedSerializer<Routed> serializer() {
    return RoutedSerializer.INSTANCE;
  }

  @Override
  public String golden() {
    return "routed";
  }

  @Override
  public List<Routed> samples() {
    return Samples.routed();
  }
}
