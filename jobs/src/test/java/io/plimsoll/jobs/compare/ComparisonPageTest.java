package io.plimsoll.jobs.compare;

import static io.plimsoll.jobs.compare.RunFiles.MINUTE;
import static io.plimsoll.jobs.compare.RunFiles.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people and machines are shown. */
class ComparisonPageTest {

  private static final Path GOLDEN = Path.of("src/test/resources/compare");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path temporary;

  @Test
  void thePageIsGolden() throws IOException {
    assertThat(String.join("\n", ComparisonPage.of(comparison())) + "\n")
        .isEqualTo(Files.readString(GOLDEN.resolve("page.txt")));
  }

  @Test
  void thePageIsNoWiderThan80Columns() throws IOException {
    assertThat(ComparisonPage.of(comparison()))
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @Test
  void theJsonIsGolden() throws IOException {
    // The file is laid out for people; keys in order and figures are the same.
    assertThat(json(comparison()))
        .isEqualTo(JSON.readTree(GOLDEN.resolve("comparison.json").toFile()).toString());
  }

  @Test
  void theJsonIsOneLine() throws IOException {
    assertThat(json(comparison())).doesNotContain("\n");
  }

  @Test
  void whatIsNotThereIsADashOrNull() throws IOException {
    Comparison nothing = Comparison.of(read(run("a")), read(run("b")));
    assertThat(ComparisonPage.of(nothing))
        .anyMatch(line -> line.matches("  median( +-){3}"))
        .endsWith("No account fared otherwise.");
    JsonNode json = JSON.readTree(json(nothing));
    assertThat(json.at("/a/firstInstant").isNull()).isTrue();
    assertThat(json.at("/warnings/medianMs/difference").isNull()).isTrue();
  }

  @Test
  void namesThatThereIsNoRoomForAreCutOff() throws IOException {
    RunFiles many = run("b");
    for (int i = 100; i < 200; i++) {
      many.event(NOON, "account-" + i, "SAFE", "MARGIN_CALL", 10, 5);
    }
    assertThat(ComparisonPage.of(Comparison.of(read(run("a")), read(many))))
        .contains("    only in B: 100  account-100, account-101, account-102, account-103, ...");
  }

  @Test
  void aDifferenceBelowHalfADollarHasNoSign() throws IOException {
    RunFiles a = run("a").offer(NOON, "x", "SAFE", "LIQUIDATABLE", 100, 40.4);
    RunFiles b = run("b").offer(NOON, "x", "SAFE", "LIQUIDATABLE", 100, 40.1);
    assertThat(ComparisonPage.of(Comparison.of(read(a), read(b))))
        .anyMatch(line -> line.matches("  offered to liquidators +40 +40 +0"));
  }

  @Test
  void theDocumentHasEveryKeyOfTheJson() throws IOException {
    Set<String> keys = new TreeSet<>();
    keys(JSON.readTree(json(comparison())), keys);
    keys.removeAll(Set.of("LATE", "FUTURE"));
    String page = Files.readString(Path.of("../docs/compare.md"));
    assertThat(keys).hasSizeGreaterThan(20).allSatisfy(key -> assertThat(page).contains(key));
  }

  private static void keys(JsonNode node, Set<String> keys) {
    node.fieldNames().forEachRemaining(keys::add);
    node.forEach(child -> keys(child, keys));
  }

  /** x is called earlier in b, y only liquidatable there, z insolvent in a alone. */
  private Comparison comparison() throws IOException {
    RunFiles a =
        run("a")
            .bar(NOON)
            .event(at(10), "x", "SAFE", "MARGIN_CALL", 20_000, 900)
            .offer(at(12), "x", "MARGIN_CALL", "LIQUIDATABLE", 20_000, 5_000.25)
            .event(at(13), "z", "SAFE", "INSOLVENT", 1_000, -250.5)
            .event(at(20), "x", "LIQUIDATABLE", "SAFE", 0, 900)
            .bar(at(60))
            .refused("LATE")
            .refused("LATE");
    RunFiles b =
        run("b")
            .rowsRead(2_345)
            .bar(NOON)
            .event(at(5), "x", "SAFE", "MARGIN_CALL", 20_000, 900)
            .event(at(6), "y", "SAFE", "MARGIN_CALL", 700, 90)
            .offer(at(12), "x", "MARGIN_CALL", "LIQUIDATABLE", 20_000, 5_000.25)
            .event(at(13), "z", "SAFE", "LIQUIDATABLE", 1_000, -250.5)
            .close(at(66), "y", "MARGIN_CALL", "LIQUIDATABLE", "1234.5", 5)
            .bar(at(90))
            .refused("FUTURE");
    return Comparison.of(read(a), read(b));
  }

  private RunFiles run(String name) {
    return new RunFiles(temporary.resolve(name));
  }

  /** Read, but for where it was. */
  private static RunOutcome read(RunFiles files) throws IOException {
    Path directory = files.write();
    RunOutcome run = RunOutcome.read(directory);
    return new RunOutcome(
        directory.getFileName(),
        run.rowsRead(),
        run.summary(),
        run.liquidations(),
        run.warnings(),
        run.outcomes());
  }

  private static String json(Comparison comparison) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(bytes, JsonEncoding.UTF8)) {
      ComparisonJson.write(comparison, json);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static long at(int minute) {
    return NOON + minute * MINUTE;
  }
}
