package io.plimsoll.benchmarks.suite;

import io.plimsoll.benchmarks.report.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the results go: tables to the terminal, and all of it to a directory if there is one, part
 * by part as it comes, so that a run that ends early has left what it had.
 */
public final class Results {

  private static final String TABLES = "tables.txt";

  private final PrintWriter out;
  private final PrintWriter err;
  private final Optional<Path> directory;

  /** To an existing directory, or only to the terminal. */
  public Results(PrintWriter out, PrintWriter err, Optional<Path> directory) {
    this.out = out;
    this.err = err;
    this.directory = directory;
  }

  PrintWriter err() {
    return err;
  }

  /** A line for people who wait. */
  void progress(String line) {
    err.println(line);
    err.flush();
  }

  /** One run of a part. */
  void object(PartName part, Record report) {
    append(part.optionValue() + ".jsonl", List.of(Json.line(report)));
  }

  /** What a part comes to. */
  void table(PartName part, List<String> lines) {
    List<String> all = new ArrayList<>();
    all.add("## " + part.optionValue() + ": " + part.description());
    all.add("");
    all.addAll(lines);
    all.add("");
    all.forEach(out::println);
    out.flush();
    append(TABLES, all);
  }

  /** A file of its own in the directory. */
  Optional<Path> file(String name) {
    return directory.map(d -> d.resolve(name));
  }

  private void append(String name, List<String> lines) {
    file(name)
        .ifPresent(
            file -> {
              try {
                Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }
}
