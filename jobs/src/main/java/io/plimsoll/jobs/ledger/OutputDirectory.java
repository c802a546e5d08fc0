package io.plimsoll.jobs.ledger;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a bounded run leaves its files. A file under its own name is whole: it is there only after
 * {@link #publish}, and {@link #prepare} takes away what an earlier run left, so that neither half
 * a file nor an old one can be taken for the result.
 */
public final class OutputDirectory {

  public static final String MARGIN_EVENTS = "margin-events.jsonl";
  public static final String ASSET_STATES = "asset-states.jsonl";
  public static final String REFUSED = "refused.jsonl";
  public static final String SUMMARY = "summary.json";
  public static final String REPORT = "report.html";

  /** What every run that has ended well has left, in the order a reader wants it. */
  public static final List<String> RESULTS = List.of(SUMMARY, MARGIN_EVENTS, ASSET_STATES, REFUSED);

  /** Everything a run may leave, likewise. */
  public static final List<String> OUTPUTS =
      List.of(REPORT, SUMMARY, MARGIN_EVENTS, ASSET_STATES, REFUSED);

  private static final String IN_PROGRESS = ".in-progress";

  private final Path directory;

  private OutputDirectory(Path directory) {
    this.directory = directory;
  }

  /**
   * Makes the directory if need be, tries that it can be written, and clears it of the outputs of
   * earlier runs. Other files in it stay.
   *
   * @throws OutputException if it cannot be written
   */
  public static OutputDirectory prepare(Path directory) {
    OutputDirectory output = new OutputDirectory(directory.toAbsolutePath().normalize());
    try {
      Files.createDirectories(output.directory);
      output.clear();
      Files.createDirectory(output.inProgress());
      // What cannot be written now must not be found out at the end of a long run.
      Files.delete(Files.createFile(output.inProgress().resolve(".trial")));
      return output;
    } catch (IOException e) {
      throw new OutputException(output.directory, reason(e), e);
    }
  }

  /**
   * Clears a directory, if it is there, of the outputs of earlier runs: for a run that may yet turn
   * out not to start.
   *
   * @throws OutputException if it cannot be written
   */
  public static void withdraw(Path directory) {
    OutputDirectory output = new OutputDirectory(directory.toAbsolutePath().normalize());
    try {
      if (Files.isDirectory(output.directory)) {
        output.clear();
      }
    } catch (IOException e) {
      throw new OutputException(output.directory, reason(e), e);
    }
  }

  /** The directory itself. */
  public Path path() {
    return directory;
  }

  /** Where a file is once it is published. */
  public Path published(String name) {
    return directory.resolve(name);
  }

  /** Where a file grows until it is published. */
  public Path inProgress(String name) {
    return inProgress().resolve(name);
  }

  /**
   * Gives every file in progress its own name. Only for a job that has ended well.
   *
   * @throws OutputException if one cannot be moved
   */
  public void publish() {
    try {
      for (Path file : list(inProgress())) {
        Files.move(
            file,
            published(file.getFileName().toString()),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
      Files.delete(inProgress());
    } catch (IOException e) {
      throw new OutputException(directory, reason(e), e);
    }
  }

  private Path inProgress() {
    return directory.resolve(IN_PROGRESS);
  }

  private void clear() throws IOException {
    for (String name : OUTPUTS) {
      Files.deleteIfExists(published(name));
    }
    if (Files.isDirectory(inProgress())) {
      for (Path stale : list(inProgress())) {
        Files.delete(stale);
      }
    }
    Files.deleteIfExists(inProgress());
  }

  private static List<Path> list(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  private static String reason(IOException e) {
    if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
      return "a file stands where a directory is needed";
    }
    if (e instanceof AccessDeniedException denied) {
      return "no permission for " + denied.getFile();
    }
    if (e instanceof NoSuchFileException missing) {
      return missing.getFile() + " is not there";
    }
    if (e instanceof FileSystemException other && other.getReason() != null) {
      return other.getReason();
    }
    return String.valueOf(e.getMessage());
  }
}
