package io.plimsoll.jobs.alert.notify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * A file with secrets, one a line. It is read at each request, so that a changed file counts from
 * the next one on. No value is kept, or stands in an error.
 */
final class SecretFile {

  private SecretFile() {}

  /**
   * Its lines, with the blank ones, stripped.
   *
   * @throws NotifierException for a file that cannot be read
   */
  static List<String> lines(String file) {
    try {
      return Files.readAllLines(Path.of(file)).stream().map(String::strip).toList();
    } catch (IOException | InvalidPathException e) {
      throw new NotifierException(file + ": cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  /**
   * The one secret that it holds.
   *
   * @param form a regular expression of what it may be
   * @param allowed the same in words
   * @throws NotifierException for a file that cannot be read or holds something else
   */
  static String only(String file, String form, String allowed) {
    List<String> secrets = lines(file).stream().filter(line -> !line.isEmpty()).toList();
    if (secrets.size() != 1 || !secrets.get(0).matches(form)) {
      throw new NotifierException(file + ": allowed is one line, " + allowed);
    }
    return secrets.get(0);
  }
}
