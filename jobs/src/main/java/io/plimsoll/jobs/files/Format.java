package io.plimsoll.jobs.files;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a file is written, told by the end of its name. */
public enum Format {
  CSV(".csv"),
  CSV_GZ(".csv.gz"),
  AVRO(".avro"),
  PARQUET(".parquet");

  private final String suffix;

  Format(String suffix) {
    this.suffix = suffix;
  }

  static Optional<Format> of(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(f -> name.endsWith(f.suffix)).findFirst();
  }

  /** All of them, for people. */
  static String names() {
    return Arrays.stream(values()).map(f -> f.suffix).collect(Collectors.joining(", "));
  }
}
