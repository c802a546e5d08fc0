package io.plimsoll.jobs.cli;

import static io.plimsoll.jobs.compare.RunFiles.MINUTE;
import static io.plimsoll.jobs.compare.RunFiles.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.jobs.compare.RunFiles;
import io.plimsoll.jobs.ledger.OutputDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompareCommandTest {

  @TempDir private Path directory;
  private Path a;
  private Path b;

  @BeforeEach
  void twoRuns() throws IOException {
    a = run("a").write();
    b = run("b").offer(NOON + 3 * MINUTE, "y", "SAFE", "LIQUIDATABLE", 100, 40).write();
  }

  private RunFiles run(String name) {
    return new RunFiles(directory.resolve(name))
        .bar(NOON)
        .event(NOON + MINUTE, "x", "SAFE", "MARGIN_CALL", 100, 50)
        .offer(NOON + 2 * MINUTE, "x", "MARGIN_CALL", "LIQUIDATABLE", 100, 40)
        .bar(NOON + 5 * MINUTE)
        .refused("LATE");
  }

  @Test
  void printsAPage() {
    CommandLineRun run = compare();
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("A  " + a, "B  " + b)
        .anyMatch(line -> line.matches(" {2}ever at LIQUIDATABLE or worse +1 +2 +\\+1"))
        .anyMatch(line -> line.matches(" {2}offered to liquidators +40 +80 +\\+40"));
  }

  @Test
  void printsOneJsonObject() throws IOException {
    CommandLineRun run = compare("--json");
    assertThat(run.code()).isZero();
    assertThat(run.out()).hasSize(1);
    assertThat(
            new ObjectMapper()
                .readTree(run.out().get(0))
                .at("/accounts/liquidatable/onlyInB/0")
                .asText())
        .isEqualTo("y");
  }

  @Test
  void saysWhenTheHistoriesWereNotTheSame() throws IOException {
    b = run("c").rowsRead(7).write();
    CommandLineRun run = compare();
    assertThat(run.code()).isZero();
    assertThat(run.err())
        .singleElement()
        .asString()
        .contains("the histories differ", "1234 rows were read for A, 7 for B");
  }

  @Nested
  class IsRefused {

    @Test
    void forADirectoryThatIsNotThere() {
      b = directory.resolve("bb");
      assertRefused(b + ": no such directory; allowed is the --out directory");
    }

    @Test
    void forAFile() throws IOException {
      a = Files.writeString(directory.resolve("file"), "mine");
      assertRefused(a + ": not a directory; allowed is the --out directory");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"margin-events.jsonl", "asset-states.jsonl", "refused.jsonl", "summary.json"})
    void forADirectoryWithoutOneOfTheFiles(String name) throws IOException {
      Files.delete(a.resolve(name));
      assertRefused(a + ": no " + name + "; allowed is the --out directory of a finished backfill");
    }

    @ParameterizedTest
    @ValueSource(strings = {"margin-events.jsonl", "asset-states.jsonl", "refused.jsonl"})
    void forATruncatedLine(String name) throws IOException {
      Path file = b.resolve(name);
      List<String> lines = Files.readAllLines(file);
      String text = Files.readString(file);
      for (int cut = 2; cut < lines.get(lines.size() - 1).length() + 2; cut += 7) {
        Files.writeString(file, text.substring(0, text.length() - cut));
        // Where it is cut through a word such as null, that word is what is wrong.
        assertRefused(file + ":" + lines.size() + ": ", "; allowed is what a backfill writes");
      }
      Files.writeString(file, text.substring(0, text.length() - 2));
      assertRefused(file + ":" + lines.size() + ": the file ends within this line");
    }

    @ParameterizedTest
    @ValueSource(strings = {"margin-events.jsonl", "asset-states.jsonl", "refused.jsonl"})
    void forLinesThatAreMissing(String name) throws IOException {
      Path file = b.resolve(name);
      List<String> lines = Files.readAllLines(file);
      Files.write(file, lines.subList(0, lines.size() - 1));
      assertRefused(file.toString(), "by summary.json", "allowed are the whole files of one run");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "x | Unrecognized token 'x'",
          "[] | no JSON object",
          "{} | no margin event",
          "{\"reason\":\"LATE\"} | no margin event",
          "{\"account\":\"x\",\"instant\":\"noon\"} | VALUE_STRING",
          "{\"account\":\"x\",\"instant\":1584014460000,\"to\":\"SAFEST\"} | Level.SAFEST",
          "{\"account\":\"x\",\"instant\":1584014460000,\"to\":\"SAFE\",\"equity\":null}"
              + " | a value in USD is missing",
          "{\"account\":\"x\",\"instant\":1584014460000,\"to\":\"SAFE\",\"terms\":{}}"
              + " | a value in USD is missing",
          "{\"account\":\"x\",\"instant\":1584014459999,\"to\":\"SAFE\"}"
              + " | instant 1584014459999 after 1584014460000",
        })
    void forALineThatIsNoMarginEvent(String line, String what) throws IOException {
      Path file = a.resolve(OutputDirectory.MARGIN_EVENTS);
      Files.write(file, List.of(Files.readAllLines(file).get(0), line));
      assertRefused(file + ":2: ", what, "; allowed is what a backfill writes (docs/files.md)");
    }

    @ParameterizedTest
    @CsvSource({"asset-states.jsonl, no asset state", "refused.jsonl, no refused row"})
    void forALineOfAnotherFile(String name, String what) throws IOException {
      Path file = a.resolve(name);
      Files.writeString(file, "{\"account\":\"x\"}\n");
      assertRefused(file + ":1: " + what);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "~~ | no whole number at /events/total",
          "{ | the file ends within this line",
          "[] | no whole number at /events/total",
          "{\"events\":{\"total\":\"2\"}} | no whole number at /events/total",
          "{\"events\":{\"total\":2},\"refused\":{\"total\":1}} | no whole number at /firstInstant",
        })
    void forASummaryThatIsNone(String text, String what) throws IOException {
      Path file = Files.writeString(a.resolve(OutputDirectory.SUMMARY), text);
      assertRefused(file.toString(), what, "; allowed is what a backfill writes (docs/files.md)");
    }

    @Test
    void forNoUtf8() throws IOException {
      Path file = a.resolve(OutputDirectory.REFUSED);
      Files.write(file, new byte[] {'{', '"', 'r', '"', ':', '"', (byte) 0xff, '"', '}'});
      assertRefused(file.toString(), "UTF-8", "allowed is what a backfill writes");
    }

    @Test
    void forOneDirectoryOrThree() {
      for (CommandLineRun run :
          List.of(
              CommandLineRun.of("compare", a.toString()),
              CommandLineRun.of("compare", a.toString(), b.toString(), "c"))) {
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
            .singleElement()
            .asString()
            .startsWith("plimsoll compare: ")
            .endsWith("; see plimsoll compare --help");
      }
    }

    private void assertRefused(String... parts) {
      CommandLineRun run = compare();
      assertThat(run.err())
          .singleElement()
          .asString()
          .startsWith("plimsoll compare: ")
          .contains(parts);
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
    }
  }

  private CommandLineRun compare(String... more) {
    String[] arguments = new String[3 + more.length];
    arguments[0] = "compare";
    arguments[1] = a.toString();
    arguments[2] = b.toString();
    System.arraycopy(more, 0, arguments, 3, more.length);
    return CommandLineRun.of(arguments);
  }
}
