package io.plimsoll.jobs.files;

import java.io.IOException;
import java.util.Optional;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** The enumerator's state in checkpoints: the split no reader has, or no bytes at all. */
final class UnassignedSerializer implements SimpleVersionedSerializer<Optional<DirectorySplit>> {

  private final DirectorySplitSerializer split = new DirectorySplitSerializer();

  @Override
  public int getVersion() {
    return split.getVersion();
  }

  @Override
  public byte[] serialize(Optional<DirectorySplit> unassigned) throws IOException {
    return unassigned.isPresent() ? split.serialize(unassigned.orElseThrow()) : new byte[0];
  }

  @Override
  public Optional<DirectorySplit> deserialize(int version, byte[] bytes) throws IOException {
    return bytes.length == 0 ? Optional.empty() : Optional.of(split.deserialize(version, bytes));
  }
}
