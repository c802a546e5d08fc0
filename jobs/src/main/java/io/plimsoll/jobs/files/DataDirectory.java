package io.plimsoll.jobs.files;

import io.plimsoll.jobs.intake.RowKind;
import io.plimsoll.risk.account.CodePoints;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A directory of history whose files have the columns they need. Immutable.
 *
 * @param files what is read, by name
 * @param passedOver names that start like a kind of file but end like no format: worth a warning
 */
public record DataDirectory(List<DataFile> files, List<String> passedOver) implements Serializable {

  public DataDirectory {
    files = List.copyOf(files);
    passedOver = List.copyOf(passedOver);
  }

  /**
   * Looks for files and reads their headers, so that what can be known before a job starts is.
   *
   * @throws InputException when there is nothing to read, or a file cannot be what its name says
   */
  public static DataDirectory open(Path directory) {
    DataDirectory found = list(directory);
    for (DataFile file : found.files) {
      try (Rows rows = Rows.open(file)) {
        file.check(rows.header());
      } catch (IOException e) {
        throw new InputException(file.path(), "cannot be read (" + e + ")", e);
      }
    }
    return found;
  }

  /** Its files of some kinds only. */
  public DataDirectory of(Set<RowKind> kinds) {
    return new DataDirectory(
        files.stream().filter(file -> kinds.contains(file.kind())).toList(), List.of());
  }

  private static DataDirectory list(Path directory) {
    if (!Files.exists(directory)) {
      throw new InputException(directory.toString(), "no such directory");
    }
    if (!Files.isDirectory(directory)) {
      throw new InputException(directory.toString(), "not a directory");
    }
    List<DataFile> files = new ArrayList<>();
    List<String> passedOver = new ArrayList<>();
    for (Path path : entries(directory)) {
      String name = path.getFileName().toString();
      DataFile.of(path.toString(), name)
          .ifPresentOrElse(
              files::add, () -> DataFile.kindOf(name).ifPresent(kind -> passedOver.add(name)));
    }
    if (files.isEmpty()) {
      throw new InputException(
          directory.toString(),
          "nothing to read; looked for "
              + DataFile.names()
              + ", each ending in one of "
              + Format.names()
              + (passedOver.isEmpty() ? "" : "; found " + String.join(", ", passedOver)));
    }
    return new DataDirectory(files, passedOver);
  }

  private static List<Path> entries(Path directory) {
    try (Stream<Path> all = Files.list(directory)) {
      return all.filter(Files::isRegularFile)
          .sorted(
              (a, b) -> CodePoints.compare(a.getFileName().toString(), b.getFileName().toString()))
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new InputException(directory.toString(), "cannot be listed (" + e + ")", e);
    }
  }
}
