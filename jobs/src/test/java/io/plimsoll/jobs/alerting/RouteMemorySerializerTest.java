package io.plimsoll.jobs.alerting;

import io.plimsoll.jobs.codec.SerializerContract;
import io.plimsoll.jobs.codec.VersionedSerializer;
import java.util.List;

class RouteMemorySerializerTest implements SerializerContract<RouteMemory> {

  @Override
  public VersionedSerializer<RouteMemory> serializer() {
    return RouteMemorySerializer.INSTANCE;
  }

  @Override
  public String golden() {
    return "route-memory";
  }

  @Override
  public List<RouteMemory> samples() {
    return Samples.memories();
  }
}
