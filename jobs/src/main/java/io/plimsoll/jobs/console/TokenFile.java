package io.plimsoll.jobs.console;

import io.plimsoll.jobs.options.OptionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The file of a token. What it says is in no message. */
public final class TokenFile {

  private static final String FORM = "[\\x21-\\x7e]{16,256}";

  private TokenFile() {}

  /**
   * The token.
   *
   * @throws OptionException for a file that cannot be read, or holds anything but one token
   */
  public static String read(Path file) {
    try {
      List<String> lines =
          Files.readAllLines(file).stream()
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .toList();
      if (lines.size() == 1 && lines.get(0).matches(FORM)) {
        return lines.get(0);
      }
    } catch (IOException e) {
      throw new OptionException(
          "--token-file", file + " cannot be read (" + e.getClass().getSimpleName() + ")");
    }
    throw new OptionException(
        "--token-file",
        file + ": allowed is one line of 16 to 256 visible characters, without blanks");
  }
}
