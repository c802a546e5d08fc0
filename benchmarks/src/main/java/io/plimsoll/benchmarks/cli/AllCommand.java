package io.plimsoll.benchmarks.cli;

import io.plimsoll.benchmarks.suite.PartName;
import io.plimsoll.benchmarks.suite.Results;
import io.plimsoll.benchmarks.suite.Runs;
import io.plimsoll.benchmarks.suite.Size;
import io.plimsoll.benchmarks.suite.Suite;
import io.plimsoll.jobs.cli.BadArgumentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plimsoll bench all}. */
@Command(
    name = "all",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measures everything that docs/performance.md states, in one go, and prints its tables.",
      "Takes about an hour on two cores, needs 24 GB of memory and 10 GB of disk, and a machine that"
          + " does nothing else. Each figure is the median of five windows or runs; a run that two"
          + " tables state is made once. A part that fails is told of, and the others go on."
    })
final class AllCommand implements Callable<Integer> {

  /** The names of the parts, for the help. */
  static final class Parts implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return names().iterator();
    }
  }

  @Option(
      names = "--only",
      paramLabel = "PART",
      split = ",",
      completionCandidates = Parts.class,
      description = "Some of ${COMPLETION-CANDIDATES}, with commas between. Default: all.")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = {
        "An empty directory, or one to be made: one JSON object a run in PART.jsonl, the tables in"
            + " tables.txt, scale.png."
      })
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--scale-down",
      paramLabel = "FACTOR",
      defaultValue = "1",
      description = {
        "So much of the accounts and ticks, such as 0.001, to see that all of it works; the figures"
            + " then mean nothing. Default: ${DEFAULT-VALUE}."
      })
  private double factor;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (!(factor > 0 && factor <= 1)) {
      throw new BadArgumentException(
          "--scale-down " + factor + " is not allowed; allowed is above 0, at most 1");
    }
    Set<PartName> parts = parts();
    if (out.isPresent()) {
      prepare(out.orElseThrow());
    }
    Results results = new Results(spec.commandLine().getOut(), spec.commandLine().getErr(), out);
    return new Suite(new Size(factor), Runs.forked(), results).run(parts) ? 0 : Bench.FAILED;
  }

  private Set<PartName> parts() {
    if (only.isEmpty()) {
      return EnumSet.allOf(PartName.class);
    }
    Set<PartName> parts = EnumSet.noneOf(PartName.class);
    for (String name : only) {
      parts.add(
          PartName.find(name)
              .orElseThrow(
                  () ->
                      new BadArgumentException(
                          "--only "
                              + name
                              + " is not known; allowed is "
                              + String.join(", ", names()))));
    }
    return parts;
  }

  private static List<String> names() {
    return Arrays.stream(PartName.values()).map(PartName::optionValue).toList();
  }

  /** Results of two goes in one file would be taken for one. */
  private static void prepare(Path directory) throws IOException {
    Files.createDirectories(directory);
    try (Stream<Path> files = Files.list(directory)) {
      if (files.findAny().isPresent()) {
        throw new BadArgumentException("--out " + directory + " is not empty");
      }
    }
  }
}
