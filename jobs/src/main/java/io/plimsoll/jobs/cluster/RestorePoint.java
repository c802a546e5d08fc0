package io.plimsoll.jobs.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a job can go on from: a checkpoint or savepoint is complete once it has its {@code
 * _metadata}.
 */
final class RestorePoint {

  private static final String METADATA = "_metadata";

  /** As many characters of a job's id as Flink puts into the name of a savepoint. */
  private static final int ID_IN_NAME = 6;

  private RestorePoint() {}

  /**
   * The newest of a job.
   *
   * @param data holds {@code checkpoints} and {@code savepoints}
   * @param jobIds that the job has had
   */
  static Optional<Path> newest(Path data, List<String> jobIds) {
    List<Path> complete = new ArrayList<>();
    for (String id : jobIds) {
      complete.addAll(complete(data.resolve("checkpoints").resolve(id), "chk-*"));
      complete.addAll(
          complete(data.resolve("savepoints"), "savepoint-" + id.substring(0, ID_IN_NAME) + "-*"));
    }
    return complete.stream().max(Comparator.comparing(RestorePoint::written));
  }

  static boolean isComplete(Path point) {
    return Files.exists(point.resolve(METADATA));
  }

  private static List<Path> complete(Path directory, String names) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(directory, names)) {
      for (Path each : all) {
        if (isComplete(each)) {
          found.add(each);
        }
      }
      return found;
    } catch (NoSuchFileException none) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileTime written(Path point) {
    try {
      return Files.getLastModifiedTime(point.resolve(METADATA));
    } catch (IOException gone) {
      return FileTime.fromMillis(0);
    }
  }
}
