package io.plimsoll.jobs.alerting;

import io.plimsoll.jobs.alert.Episode;
import io.plimsoll.jobs.codec.SerializerContract;
import io.plimsoll.jobs.codec.VersionedSerializer;
import java.util.List;

class EpisodeSerializerTest implements SerializerContract<Episode> {

  @Override
  public VersionedSerializer<Episode> serializer() {
    return EpisodeSerializer.INSTANCE;
  }

  @Override
  public String golden() {
    return "episode";
  }

  @Override
  public List<Episode> samples() {
    return Samples.episodes();
  }
}
