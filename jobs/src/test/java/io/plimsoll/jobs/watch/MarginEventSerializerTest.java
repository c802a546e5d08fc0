package io.plimsoll.jobs.watch;

import io.plimsoll.jobs.codec.SerializerContract;
import io.plimsoll.jobs.codec.VersionedSerializer;
import java.util.List;

class MarginEventSerializerTest implements SerializerContract<MarginEvent> {

  @Override
  public VersionedSerializer<MarginEvent> serializer() {
    return MarginEventSerializer.INSTANCE;
  }

  @Override
  public String golden() {
    return "margin-event";
  }

  @Override
  public List<MarginEvent> samples() {
    return SampleEvents.all();
  }
}
