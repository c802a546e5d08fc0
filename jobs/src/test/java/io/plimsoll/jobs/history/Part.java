package io.plimsoll.jobs.history;

import java.nio.charset.StandardCharsets;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** A split of either phase, by its name alone. */
record Part(String splitId) implements SourceSplit {

  static final class Serializer implements SimpleVersionedSerializer<Part> {

    @Override
    public int getVersion() {
      return 1;
    }

    @Override
    public byte[] serialize(Part part) {
      return part.splitId().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Part deserialize(int version, byte[] bytes) {
      return new Part(new String(bytes, StandardCharsets.UTF_8));
    }
  }
}
