package io.plimsoll.jobs.monitor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** What a job that was killed goes on from. */
final class LatestCheckpoint {

  private LatestCheckpoint() {}

  /** The latest that is complete below a directory, of whatever job; none without a directory. */
  static Optional<Path> in(Path checkpoints) throws IOException {
    if (!Files.exists(checkpoints)) {
      return Optional.empty();
    }
    try (Stream<Path> found = Files.walk(checkpoints)) {
      return found
          .filter(path -> path.endsWith("_metadata"))
          .map(Path::getParent)
          .max(Comparator.comparingLong(path -> path.toFile().lastModified()));
    } catch (UncheckedIOException e) {
      return in(checkpoints); // an older one was deleted meanwhile
    }
  }
}
