package io.plimsoll.benchmarks.soak;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The heap that full collections have left, from the log that a JVM of HotSpot writes as it runs
 * ({@code -Xlog:gc}). Only after a full one is what is left what is still used, whatever collector
 * it is. For one thread.
 */
final class GcLog implements Closeable {

  /** Such as {@code GC(7) Pause Full (Diagnostic Command) 310M->204M(1024M) 411.230ms}. */
  private static final Pattern FULL =
      Pattern.compile(".*\\bPause Full .*\\b\\d+[BKMG]->(\\d+)([BKMG])\\(\\d+[BKMG]\\) [\\d.,]+ms");

  private static final double MEGABYTE = 1 << 20;

  private final BufferedReader lines;

  GcLog(Path file) throws IOException {
    lines = Files.newBufferedReader(file);
  }

  /** JVM options that write it. */
  static String options(Path file) {
    return "-Xlog:gc:file=" + file + ":uptime:filecount=0";
  }

  /** MB left by the last full collection that was logged since this was asked before. */
  OptionalDouble lastFull() throws IOException {
    OptionalDouble last = OptionalDouble.empty();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      OptionalDouble left = leftByFull(line);
      last = left.isPresent() ? left : last;
    }
    return last;
  }

  /** MB left by a full collection, if the line tells of one. */
  static OptionalDouble leftByFull(String line) {
    Matcher matcher = FULL.matcher(line);
    if (!matcher.matches()) {
      return OptionalDouble.empty();
    }
    long unit = 1L << (10 * "BKMG".indexOf(matcher.group(2)));
    return OptionalDouble.of(Long.parseLong(matcher.group(1)) * unit / MEGABYTE);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
