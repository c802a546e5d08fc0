package io.plimsoll.benchmarks.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.benchmarks.engine.EngineRun;
import io.plimsoll.benchmarks.engine.RunSpec;
import io.plimsoll.benchmarks.engine.RunsHere;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything, at a ten-thousandth: what is to run for an hour does not fail at its end. */
class SuiteITCase {

  private static final Size SMALL = new Size(0.0001);

  @TempDir private Path directory;
  @TempDir private Path scratch;

  @Test
  void everyPartHasItsObjectsAndItsTable() throws Exception {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Results results =
        new Results(new PrintWriter(out), new PrintWriter(err), Optional.of(directory));
    boolean good = new Suite(SMALL, this::here, results).run(EnumSet.allOf(PartName.class));
    assertThat(good).as(err.toString()).isTrue();
    for (PartName part : PartName.values()) {
      assertThat(objects(part)).as(part.optionValue()).isNotEmpty();
      assertThat(out.toString()).contains("## " + part.optionValue());
    }
    assertThat(Files.readString(directory.resolve("tables.txt")))
        .isEqualToNormalizingNewlines(out.toString());
    assertThat(directory.resolve("scale.png")).isNotEmptyFile();
    assertThat(objects(PartName.WATCH)).hasSize(7);
    assertThat(objects(PartName.WATCH)).allMatch(run -> run.get("windows").size() == 5);
    assertThat(objects(PartName.SCALE)).hasSize(7);
    JsonNode large = objects(PartName.TEN_MILLION).get(0);
    assertThat(large.get("restoreSeconds").doubleValue()).isPositive();
    assertThat(large.get("seconds")).isEqualTo(objects(PartName.SCALE).get(6).get("seconds"));
    JsonNode heap = objects(PartName.HEAP).get(0).get("heap");
    assertThat(heap.get("bytesPerAccountBeyondCaches").isNumber()).isTrue();
  }

  private EngineRun here(RunSpec spec, int number) throws IOException {
    try {
      return RunsHere.run(spec, scratch);
    } catch (Exception e) {
      throw new IOException(spec + ", run " + number, e);
    }
  }

  private List<JsonNode> objects(PartName part) throws Exception {
    ObjectMapper json = new ObjectMapper();
    List<String> lines = Files.readAllLines(directory.resolve(part.optionValue() + ".jsonl"));
    List<JsonNode> objects = new ArrayList<>();
    for (String line : lines) {
      objects.add(json.readTree(line));
    }
    return objects;
  }
}
