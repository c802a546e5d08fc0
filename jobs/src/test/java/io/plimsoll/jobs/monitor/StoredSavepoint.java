package io.plimsoll.jobs.monitor;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.apache.flink.runtime.state.memory.ByteStreamStateHandle;
import org.apache.flink.util.FileUtils;

/**
 * A small savepoint, which is all in its metadata, and others made of it that do not fit.
 *
 * @param directory of it
 */
record StoredSavepoint(Path directory) {

  private static final String METADATA = "_metadata";

  /** The name under which Flink keeps the splits of a reader. */
  private static final String SPLITS = "SourceReaderState";

  private StoredSavepoint copy(String name) throws IOException {
    Path copy = directory.resolveSibling(name);
    FileUtils.copy(
        new org.apache.flink.core.fs.Path(directory.toUri()),
        new org.apache.flink.core.fs.Path(copy.toUri()),
        false);
    return new StoredSavepoint(copy);
  }

  private Path metadata() {
    return directory.resolve(METADATA);
  }

  private CheckpointMetadata read() throws IOException {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(metadata()))) {
      return Checkpoints.loadCheckpointMetadata(
          in, StoredSavepoint.class.getClassLoader(), directory.toString());
    }
  }

  /** One whose metadata ends in the middle. */
  StoredSavepoint cutShort() throws IOException {
    StoredSavepoint cut = copy("cut");
    byte[] whole = Files.readAllBytes(metadata());
    Files.write(cut.metadata(), Arrays.copyOf(whole, whole.length / 2));
    return cut;
  }

  /** One with other states of its operators. */
  StoredSavepoint with(String name, UnaryOperator<OperatorState> changed) throws IOException {
    StoredSavepoint other = copy(name);
    CheckpointMetadata metadata = read();
    List<OperatorState> states = metadata.getOperatorStates().stream().map(changed).toList();
    try (OutputStream out = Files.newOutputStream(other.metadata())) {
      Checkpoints.storeCheckpointMetadata(
          new CheckpointMetadata(
              metadata.getCheckpointId(),
              states,
              metadata.getMasterStates(),
              metadata.getCheckpointProperties()),
          out);
    }
    return other;
  }

  /** One whose partitions are said to be of a version. */
  StoredSavepoint withSplitsOfVersion(int version) throws IOException {
    StoredSavepoint other = copy("version-" + version);
    String bytes = text(Files.readAllBytes(metadata()));
    int found = 0;
    for (OperatorState operator : read().getOperatorStates()) {
      for (OperatorSubtaskState subtask : operator.getStates()) {
        for (OperatorStateHandle handle : subtask.getManagedOperatorState()) {
          OperatorStateHandle.StateMetaInfo splits =
              handle.getStateNameToPartitionOffsets().get(SPLITS);
          if (splits != null
              && handle.getDelegateStateHandle() instanceof ByteStreamStateHandle h) {
            byte[] state = h.getData();
            String before = text(state);
            for (long offset : splits.getOffsets()) {
              // A split: how many bytes it has, its version, its own length, itself.
              ByteBuffer.wrap(state).putInt((int) offset + Integer.BYTES, version);
              found++;
            }
            bytes = bytes.replace(before, text(state));
          }
        }
      }
    }
    if (found == 0) {
      throw new IllegalStateException("no splits in " + directory);
    }
    Files.write(other.metadata(), bytes.getBytes(StandardCharsets.ISO_8859_1));
    return other;
  }

  /** A character each. */
  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
