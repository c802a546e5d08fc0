package io.plimsoll.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known to be wrong before a feed starts: one line, exit code 2. */
class FeedCommandTest {

  @TempDir private Path directory;
  private TypedCase input;

  @BeforeEach
  void aCase() throws Exception {
    input = new TypedCase(directory);
  }

  private void assertRefused(List<String> arguments, String... parts) {
    CommandLineRun run = CommandLineRun.of(arguments.toArray(String[]::new));
    assertThat(run.code()).isEqualTo(Plimsoll.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).singleElement().asString().startsWith("plimsoll feed: ").contains(parts);
  }

  private List<String> feed(String... more) {
    List<String> arguments = new ArrayList<>(List.of("feed", "--data", input.data().toString()));
    arguments.addAll(Arrays.asList(more));
    return arguments;
  }

  @Test
  void withoutBrokersItSaysWhatIsMissing() {
    assertRefused(feed(), "plimsoll.kafka.bootstrap-servers: is missing; ");
  }

  @Test
  void aBrokerThatIsNotThereIsNamed() {
    assertRefused(
        feed("--bootstrap-servers", "localhost:9", "-D", "plimsoll.kafka.start-timeout=1s"),
        "localhost:9: no broker answers");
  }

  @Test
  void aDirectoryThatIsNotThereIsNamed() {
    assertRefused(
        List.of("feed", "--data", "no-such-data", "--bootstrap-servers", "localhost:9"),
        "no-such-data: no such directory");
  }

  @Test
  void aSpeedThatIsNoneIsNamed() {
    assertRefused(
        feed("--bootstrap-servers", "localhost:9", "--speed", "fast"),
        "\"fast\" is no speed; allowed is max, or a number above 0 and x");
  }

  @Test
  void aWireFormatThatIsNoneIsNamed() {
    assertRefused(
        feed("--bootstrap-servers", "localhost:9", "--wire", "json"),
        "plimsoll.wire.format: \"json\" is not allowed");
  }

  @Test
  void waitingWithoutHeartbeatsIsRefused() {
    assertRefused(
        feed("--bootstrap-servers", "localhost:9092", "--wait", "--heartbeat", "0"),
        "--wait needs heartbeats");
  }

  @Test
  void topicsCannotBeMadeWithoutTheirDefinition() {
    assertRefused(
        feed("--bootstrap-servers", "localhost:9", "--create-topics", "--topics", "none.yaml"),
        "none.yaml: there is no such file");
  }

  @Test
  void aDefinitionOfTopicsThatMakesNoneIsRefused() {
    assertRefused(
        feed("--bootstrap-servers", "localhost:9", "--topics", "topics.yaml"),
        "--topics is of use with --create-topics only");
  }
}
