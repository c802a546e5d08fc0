package io.plimsoll.jobs.backfill;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Cases with expected results that are not part of the project: {@code ../shared/data} beside it,
 * or the directory that the system property {@code plimsoll.cases} names.
 */
public final class SharedCases {

  private SharedCases() {}

  /** The cases there are, by name; none where there is no such directory. */
  public static List<Path> all() throws IOException {
    Path directory = directory();
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .filter(entry -> Files.exists(entry.resolve("expected-margin-events.jsonl.gz")))
          .sorted()
          .toList();
    }
  }

  public static void assumeThere() throws IOException {
    assumeTrue(
        !all().isEmpty(), "skipped: no cases with expected results in " + directory().normalize());
  }

  /** What the case's own comparison says of our output; its last line is the verdict. */
  public static String compare(Path expected, Path actual) throws Exception {
    Process comparison =
        new ProcessBuilder(
                "python3",
                directory().resolve("compare.py").toString(),
                expected.toString(),
                actual.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(comparison.getInputStream().readAllBytes());
    return comparison.waitFor() == 0 ? "agrees" : output;
  }

  private static Path directory() {
    String named = System.getProperty("plimsoll.cases");
    return named == null
        ? Path.of("").toAbsolutePath().getParent().resolve("../shared/data").normalize()
        : Path.of(named);
  }
}
