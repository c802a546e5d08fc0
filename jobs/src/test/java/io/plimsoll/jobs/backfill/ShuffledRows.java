package io.plimsoll.jobs.backfill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A copy of a case in which each row comes up to so much later than its time. */
final class ShuffledRows {

  private record Row(double arrival, String line) {}

  private ShuffledRows() {}

  static void copy(Path from, Path to, long latenessMs, long seed) throws IOException {
    Files.createDirectories(to);
    SplittableRandom random = new SplittableRandom(seed);
    List<Path> files;
    try (Stream<Path> entries = Files.list(from)) {
      files = entries.sorted().toList();
    }
    for (Path file : files) {
      String name = file.getFileName().toString();
      if (name.endsWith(".csv") || name.endsWith(".csv.gz")) {
        List<String> lines = lines(file);
        Files.write(to.resolve(name.replace(".gz", "")), shuffled(lines, latenessMs, random));
      } else if (name.equals("parameters.yaml")) {
        Files.copy(file, to.resolve(name));
      }
    }
  }

  private static List<String> shuffled(
      List<String> lines, long latenessMs, SplittableRandom random) {
    List<Row> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      rows.add(new Row(timestamp(line) + random.nextDouble() * latenessMs, line));
    }
    rows.sort(Comparator.comparingDouble(Row::arrival));
    List<String> shuffled = new ArrayList<>();
    shuffled.add(lines.get(0));
    rows.forEach(row -> shuffled.add(row.line()));
    return shuffled;
  }

  private static long timestamp(String line) {
    String cell = line.substring(0, line.indexOf(','));
    return Character.isDigit(cell.charAt(cell.length() - 1))
        ? Long.parseLong(cell)
        : Instant.parse(cell).toEpochMilli();
  }

  private static List<String> lines(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }
}
