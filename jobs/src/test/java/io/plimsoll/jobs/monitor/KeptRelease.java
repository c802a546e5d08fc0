package io.plimsoll.jobs.monitor;

import io.plimsoll.jobs.kafka.Delivery;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.util.FileUtils;

/**
 * What is kept of a release: a market, and savepoints of monitors that have read some of it. How a
 * new one is made stands in {@code CONTRIBUTING.md}.
 *
 * @param version that wrote the savepoints
 */
record KeptRelease(String version) {

  static final Path DIRECTORY = Path.of("src/test/resources/savepoints");

  private static final Path CHANGELOG = Path.of("../CHANGELOG.md");
  private static final Path POM = Path.of("../pom.xml");
  private static final String SNAPSHOT = "-SNAPSHOT";
  private static final Pattern RELEASED = Pattern.compile("(?m)^## \\[(\\d+\\.\\d+\\.\\d+)]");
  private static final Pattern VERSION =
      Pattern.compile("<artifactId>plimsoll</artifactId>\\s*<version>([^<]+)</version>");

  /** Those there are, by version. */
  static List<KeptRelease> all() throws IOException {
    try (Stream<Path> entries = Files.list(DIRECTORY)) {
      return entries
          .map(entry -> new KeptRelease(entry.getFileName().toString()))
          .sorted(Comparator.comparing(KeptRelease::version))
          .toList();
    }
  }

  /** Versions that were released. */
  static Set<String> released() throws IOException {
    return released(Files.readString(CHANGELOG));
  }

  static Set<String> released(String changelog) {
    return RELEASED
        .matcher(changelog)
        .results()
        .map(heading -> heading.group(1))
        .collect(Collectors.toSet());
  }

  /** Versions of which savepoints are due: what was released, and what this build is to be. */
  static Set<String> due() throws IOException {
    Set<String> due = new TreeSet<>(released());
    if (!pom().endsWith(SNAPSHOT)) {
      due.add(pom());
    }
    return due;
  }

  /** That of the version which is being made. */
  static KeptRelease next() throws IOException {
    return new KeptRelease(pom().replace(SNAPSHOT, ""));
  }

  private static String pom() throws IOException {
    Matcher version = VERSION.matcher(Files.readString(POM));
    if (!version.find()) {
      throw new IllegalStateException(POM + " has no version");
    }
    return version.group(1);
  }

  Path directory() {
    return DIRECTORY.resolve(version);
  }

  /** The directory of its input, that of a backfill. */
  Path market() {
    return directory().resolve("market");
  }

  Path savepoint(Delivery delivery) {
    return directory().resolve(delivery.toString());
  }

  /** Last of the instants that were applied when the savepoints were taken, epoch milliseconds. */
  long applied() throws IOException {
    return cut("applied");
  }

  /** Last instant of the rows that were read by then, epoch milliseconds. */
  long read() throws IOException {
    return cut("read");
  }

  /** What the names of all topics of its market start with. */
  String topicPrefix() {
    return "kept-" + version + '-';
  }

  /** A partition of an input without that prefix, {@code quotes-0}. */
  String partition(String place) {
    return place.substring(topicPrefix().length());
  }

  private long cut(String key) throws IOException {
    return Instant.parse(properties("cut.properties").getProperty(key)).toEpochMilli();
  }

  /** Up to where each partition was read when the savepoints were taken. */
  Map<String, Long> offsets() throws IOException {
    Map<String, Long> offsets = new TreeMap<>();
    properties("offsets.properties")
        .forEach(
            (partition, offset) -> offsets.put((String) partition, Long.valueOf((String) offset)));
    return offsets;
  }

  private Properties properties(String file) throws IOException {
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(directory().resolve(file))) {
      properties.load(in);
    }
    return properties;
  }

  void keepOffsets(Map<String, Long> offsets) throws IOException {
    StringBuilder lines = new StringBuilder();
    offsets.forEach(
        (partition, offset) -> lines.append(partition).append('=').append(offset).append('\n'));
    Files.writeString(directory().resolve("offsets.properties"), lines);
  }

  /** Keeps a savepoint that was taken in the directory, in place of one from before. */
  void keep(Path taken, Delivery delivery) throws IOException {
    FileUtils.deleteDirectory(savepoint(delivery).toFile());
    Files.move(taken, savepoint(delivery));
  }
}
