package io.plimsoll.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.ledger.OutputDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A small case in which all is well, until a test spoils it; and the run of it. */
final class TypedCase {

  static final long T = 1_583_020_800_000L;

  private final Path directory;

  TypedCase(Path directory) throws IOException {
    this.directory = directory;
    Files.createDirectory(data());
    file("parameters.yaml", "assets:", "  ETH: {liquidationThreshold: 0.8, maxAge: 5m}");
    file("quotes.csv", "timestamp,asset,price", T + ",ETH,200", (T + 60_000) + ",ETH,201");
    file("positions.csv", "timestamp,account,asset,kind,amount", T + ",alice,ETH,COLLATERAL,1");
  }

  Path data() {
    return directory.resolve("data");
  }

  Path out() {
    return directory.resolve("out");
  }

  TypedCase file(String name, String... lines) throws IOException {
    Files.write(data().resolve(name), List.of(lines));
    return this;
  }

  TypedCase without(String name) throws IOException {
    Files.delete(data().resolve(name));
    return this;
  }

  /** What a run that went well has left. */
  TypedCase afterAnEarlierRun() throws IOException {
    Files.createDirectories(out());
    for (String name : OutputDirectory.OUTPUTS) {
      Files.writeString(out().resolve(name), "old\n");
    }
    Files.writeString(out().resolve("notes.txt"), "mine\n");
    return this;
  }

  CommandLineRun backfill(String... more) {
    return backfillTo(out(), more);
  }

  CommandLineRun backfillTo(Path otherOut, String... more) {
    List<String> arguments = new ArrayList<>(List.of("backfill", "--data", data().toString()));
    arguments.addAll(List.of("--out", otherOut.toString()));
    arguments.addAll(Arrays.asList(more));
    return CommandLineRun.of(arguments.toArray(String[]::new));
  }

  /** Exit code 2, one line that says all of this, and none of the outputs. */
  void assertRefused(CommandLineRun run, String... parts) throws IOException {
    assertThat(run.err()).singleElement().asString().startsWith("plimsoll").contains(parts);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertNoOutputs();
  }

  void assertNoOutputs() throws IOException {
    assertThat(outputs()).isEmpty();
  }

  /** Outputs under their own names. */
  List<String> outputs() throws IOException {
    return OutputDirectory.OUTPUTS.stream()
        .filter(name -> Files.exists(out().resolve(name)))
        .toList();
  }

  List<String> refused() throws IOException {
    return Files.readAllLines(out().resolve(OutputDirectory.REFUSED));
  }
}
