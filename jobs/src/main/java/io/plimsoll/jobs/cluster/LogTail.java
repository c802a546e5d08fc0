package io.plimsoll.jobs.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The end of a log, for the line that says why a process ended. */
final class LogTail {

  private static final int BYTES = 256 * 1024;
  private static final Pattern ERROR =
      Pattern.compile("^(?!\\s*at ).*(\\bERROR\\b|\\bFATAL\\b|\\bError:|Exception\\b).*");

  private LogTail() {}

  /** The last line that tells of an error, or else the last line at all. */
  static Optional<String> lastError(Path log) {
    List<String> lines = lines(log);
    return last(lines.stream().filter(line -> ERROR.matcher(line).matches()).toList())
        .or(() -> last(lines));
  }

  private static Optional<String> last(List<String> lines) {
    return lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(lines.size() - 1).strip());
  }

  private static List<String> lines(Path log) {
    try (var channel = Files.newByteChannel(log)) {
      channel.position(Math.max(0, channel.size() - BYTES));
      byte[] tail = java.nio.channels.Channels.newInputStream(channel).readAllBytes();
      return new String(tail, StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    } catch (IOException none) {
      return List.of();
    }
  }
}
