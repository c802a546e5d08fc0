package io.plimsoll.jobs.backfill;

import io.plimsoll.jobs.EnvironmentException;
import java.io.IOException;
import java.util.UUID;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/** Where checkpoints of a run in one JVM go. */
final class CheckpointDirectory {

  private CheckpointDirectory() {}

  /**
   * Writes a file there and deletes it.
   *
   * @throws EnvironmentException when that cannot be done
   */
  static void check(Configuration configuration) {
    String told = configuration.get(CheckpointingOptions.CHECKPOINTS_DIRECTORY);
    if (told == null) {
      return;
    }
    try {
      Path directory = new Path(told);
      FileSystem files = directory.getFileSystem();
      files.mkdirs(directory);
      Path probe = new Path(directory, ".plimsoll-" + UUID.randomUUID());
      try (FSDataOutputStream out = files.create(probe, FileSystem.WriteMode.NO_OVERWRITE)) {
        out.write(0);
      }
      files.delete(probe, false);
    } catch (IOException | IllegalArgumentException e) { // the second for what is no path
      throw new EnvironmentException(
          CheckpointingOptions.CHECKPOINTS_DIRECTORY.key()
              + ": "
              + told
              + " cannot be written ("
              + e.getMessage()
              + "); allowed is a directory that this user may write");
    }
  }
}
