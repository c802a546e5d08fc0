package io.plimsoll.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code account}, {@code map} and {@code report} on what a run has left. */
class BookCommandsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long T = TypedCase.T;

  @TempDir static Path directory;
  private static TypedCase run;

  @BeforeAll
  static void aLoanThatFalls() throws IOException {
    run = new TypedCase(directory);
    run.file(
        "parameters.yaml",
        "assets:",
        "  ETH: {liquidationThreshold: 0.8, maxAge: 1h}",
        "  USD: {maxAge: 1h}");
    run.file(
        "quotes.csv",
        "timestamp,asset,price",
        T + ",ETH,200",
        T + ",USD,1",
        (T + 60_000) + ",ETH,150");
    run.file(
        "positions.csv",
        "timestamp,account,asset,kind,amount,venue",
        T + ",alice,ETH,COLLATERAL,10,",
        T + ",alice,USD,DEBT,1000,",
        T + ",bob,ETH,COLLATERAL,1,",
        T + ",bob,USD,DEBT,130,",
        T + ",part,ETH,COLLATERAL,1,here",
        T + ",part,USD,DEBT,10,here");
    run.file("accounts.csv", "timestamp,account,mode", T + ",part,ISOLATED");
    assertThat(run.backfill().code()).isZero();
  }

  private static CommandLineRun ask(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--run", run.out().toString()));
    return CommandLineRun.of(all.toArray(String[]::new));
  }

  private static JsonNode json(CommandLineRun asked) throws IOException {
    assertThat(asked.code()).as("%s", asked.err()).isZero();
    assertThat(asked.out()).hasSize(1);
    return JSON.readTree(asked.out().get(0));
  }

  @Test
  void anAccountIsToldWithWhatItHoldsAndWhatWouldLiquidateIt() {
    CommandLineRun asked = ask("account", "alice");
    assertThat(asked.code()).isZero();
    assertThat(String.join("\n", asked.out()))
        .contains("alice  GROSS", "SAFE", "HF 1.20", "debt 1,000", "125.00 (-16.7 %)");
  }

  @Test
  void anAccountIsToldToMachines() throws IOException {
    JsonNode alice = json(ask("account", "alice", "--json"));
    JsonNode part = alice.at("/parts/0");
    assertThat(part.path("healthFactor").asDouble()).isEqualTo(1.2);
    assertThat(part.at("/liquidationPrices/ETH").asDouble()).isEqualTo(125);
    assertThat(part.at("/liquidationPrices/USD").asDouble()).isCloseTo(1.2, within(1e-12));
    assertThat(part.path("holdings")).hasSize(2);
    JsonNode bob = json(ask("account", "bob", "--json")).at("/parts/0");
    assertThat(bob.path("level").asText()).isEqualTo("LIQUIDATABLE");
    assertThat(bob.path("events")).hasSize(1);
  }

  @Test
  void whatPaperHasTakenIsNotHeldAndIsSaid(@TempDir Path paper) throws IOException {
    Path parameters = run.data().resolve("paper.yaml");
    Files.writeString(
        parameters,
        "global: {execution: PAPER, dust: 0}\n"
            + Files.readString(run.data().resolve("parameters.yaml")));
    assertThat(run.backfillTo(paper, "--parameters", parameters.toString()).code()).isZero();
    String[] bob = {"account", "bob", "--run", paper.toString()};
    JsonNode told = json(CommandLineRun.of("account", "bob", "--json", "--run", paper.toString()));
    // It fell at the last instant, is liquidated at it, and judged no more.
    assertThat(told.path("execution").asText()).isEqualTo("PAPER");
    assertThat(told.at("/parts/0/debtValue").asDouble()).isLessThan(130);
    assertThat(told.at("/parts/0/healthFactor").asDouble()).isGreaterThan(120.0 / 130);
    assertThat(String.join("\n", CommandLineRun.of(bob).out()))
        .contains("SIMULATED", "on paper: repay");
    assertThat(CommandLineRun.of("map", "ETH", "--run", paper.toString()).out().get(1))
        .contains("SIMULATED");
    String factual = run.data().resolve("parameters.yaml").toString();
    CommandLineRun otherwise =
        CommandLineRun.of("account", "bob", "--run", paper.toString(), "--parameters", factual);
    assertThat(otherwise.code()).isEqualTo(2);
    assertThat(otherwise.err())
        .singleElement()
        .asString()
        .contains("execution is NONE, and the run was on paper; allowed are");
  }

  @Test
  void aPartOfAnIsolatedAccountHasItsOwnName() throws IOException {
    assertThat(json(ask("account", "part", "--json")).at("/parts/0/name").asText())
        .isEqualTo("part/here");
    assertThat(json(ask("account", "part/here", "--json")).path("parts")).hasSize(1);
  }

  @Test
  void aMapSaysWhoWouldFall() throws IOException {
    JsonNode map = json(ask("map", "ETH", "--json"));
    assertThat(map.path("mid").asDouble()).isEqualTo(150);
    assertThat(map.path("belowUsd").asDouble()).isEqualTo(130); // bob, by now
    for (JsonNode move : map.path("moves")) {
      boolean fallen = move.path("price").asDouble() < 125;
      assertThat(move.path("owedUsd").asDouble()).as("%s", move).isEqualTo(fallen ? 1_000 : 0);
      assertThat(move.path("accounts").asInt()).as("%s", move).isEqualTo(fallen ? 1 : 0);
    }
    assertThat(ask("map", "ETH").out())
        .anyMatch(line -> line.contains("-20%") && line.contains("1,000"))
        .anyMatch(line -> line.contains("already: 130 USD"));
  }

  @Test
  void whatIsNotThereIsToldInOneLine() {
    assertRefused(ask("account", "nobody"), "nobody of the name nobody among 3 accounts");
    assertRefused(ask("map", "DOGE"), "no mark of DOGE");
    assertRefused(
        CommandLineRun.of("account", "alice", "--run", "/nowhere"), "/nowhere", "is not there");
    assertRefused(CommandLineRun.of("map", "ETH", "--run", "/nowhere"), "/nowhere", "is not there");
    assertRefused(CommandLineRun.of("report", "/nowhere"), "/nowhere", "is not there");
    assertRefused(
        CommandLineRun.of("report", run.out().toString(), "--data", "/nowhere"),
        "/nowhere",
        "no such directory");
  }

  @Test
  void aLineThatIsCutOffIsToldInOneLine() throws IOException {
    Path broken = Files.createDirectories(directory.resolve("broken"));
    Files.copy(run.out().resolve("asset-states.jsonl"), broken.resolve("asset-states.jsonl"));
    Files.copy(run.out().resolve("refused.jsonl"), broken.resolve("refused.jsonl"));
    Files.writeString(broken.resolve("margin-events.jsonl"), "{\"id\":\"00\",\"acc");
    assertRefused(CommandLineRun.of("report", broken.toString()), broken.toString(), "whole");
    assertThat(broken.resolve("report.html")).doesNotExist();
  }

  private static void assertRefused(CommandLineRun asked, String... parts) {
    assertThat(asked.err()).last().asString().contains(parts);
    assertThat(asked.code()).isEqualTo(2);
  }
}
