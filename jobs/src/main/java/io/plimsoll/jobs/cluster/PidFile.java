package io.plimsoll.jobs.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * A process that was started, found again by anyone: its id and the instant of its start, for ids
 * are given again.
 */
final class PidFile {

  /** The system derives the instant from a clock that may be set; ids do not come round so fast. */
  private static final Duration SAME_START = Duration.ofSeconds(2);

  private final Path file;

  PidFile(Path file) {
    this.file = file;
  }

  /** Notes a process that was just started. */
  void write(ProcessHandle process) {
    Instant start = process.info().startInstant().orElse(Instant.EPOCH);
    try {
      Files.createDirectories(file.getParent());
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(fresh, process.pid() + "\n" + start + "\n");
      Files.move(fresh, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The process, if it still runs. */
  Optional<ProcessHandle> running() {
    try {
      List<String> lines = Files.readAllLines(file);
      if (lines.size() < 2) {
        return Optional.empty();
      }
      Instant start = Instant.parse(lines.get(1));
      return ProcessHandle.of(Long.parseLong(lines.get(0)))
          .filter(ProcessHandle::isAlive)
          // One that has ended, and whose parent has not asked how, has no command any more.
          .filter(process -> process.info().command().isPresent())
          .filter(process -> startedAt(process, start));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (NumberFormatException | DateTimeParseException damaged) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean startedAt(ProcessHandle process, Instant start) {
    Instant found = process.info().startInstant().orElse(Instant.EPOCH);
    return Duration.between(start, found).abs().compareTo(SAME_START) <= 0;
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
