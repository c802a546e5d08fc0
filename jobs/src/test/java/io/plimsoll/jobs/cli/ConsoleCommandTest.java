package io.plimsoll.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code console} refuses before it serves anything. */
class ConsoleCommandTest {

  private static final String SECRET = "swordfish";

  @TempDir private Path directory;
  private Path parameters;

  @BeforeEach
  void someParameters() throws IOException {
    parameters = directory.resolve("parameters.yaml");
    Files.writeString(parameters, "assets:\n  ETH: {liquidationThreshold: 0.8, maxAge: 1h}\n");
  }

  private CommandLineRun console(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "console",
                "--parameters",
                parameters.toString(),
                "--bootstrap-servers",
                "localhost:9",
                "-D",
                "plimsoll.kafka.start-timeout=1s"));
    all.addAll(List.of(more));
    return CommandLineRun.of(all.toArray(String[]::new));
  }

  private static void assertRefused(CommandLineRun run, String... parts) {
    assertThat(run.code()).as("%s", run.err()).isEqualTo(Plimsoll.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).singleElement().asString().startsWith("plimsoll console: ");
    assertThat(run.err().get(0)).contains(parts);
  }

  @Test
  void withoutParametersOrBrokersItSaysWhatIsMissing() {
    assertRefused(
        CommandLineRun.of("console", "--bootstrap-servers", "localhost:9"),
        "plimsoll.parameters: is missing");
    assertRefused(
        CommandLineRun.of("console", "--parameters", parameters.toString()),
        "plimsoll.kafka.bootstrap-servers: is missing");
  }

  @Test
  void aBrokerThatIsNotThereIsNamedAndThePortGivenBack() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    assertRefused(console("--port", "" + port), "localhost:9: no broker answers");
    try (ServerSocket again = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(again.isBound()).isTrue();
    }
  }

  @Test
  void anAddressThatOthersReachWantsAToken() {
    assertRefused(
        console("--host", "0.0.0.0"), "--host 0.0.0.0 can be reached from elsewhere", "token-file");
    assertRefused(console("--host", "no.such.name.invalid"), "no.such.name.invalid is not known");
  }

  @Test
  void aTokenThatIsNoneIsRefusedWithoutBeingSaid() throws IOException {
    Path file = directory.resolve("token");
    assertRefused(console("--token-file", file.toString()), file.toString(), "cannot be read");
    for (String text : List.of(SECRET, SECRET + " of sixteen characters", SECRET + "\n" + SECRET)) {
      Files.writeString(file, text);
      CommandLineRun run = console("--token-file", file.toString());
      assertRefused(run, file.toString(), "allowed is one line of 16 to 256");
      assertThat(run.err().get(0)).doesNotContain(SECRET);
    }
  }

  @Test
  void aPortThatIsTakenOrNoneIsRefused() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertRefused(console("--port", "" + taken.getLocalPort()), "--port " + taken.getLocalPort());
    }
    assertRefused(console("--port", "65536"), "--port 65536 is not allowed; allowed is 0 to 65535");
    assertRefused(console("--pages", "0"), "--pages 0 is not allowed; allowed is 1 to");
    assertRefused(console("--window", "1s"), "--window is shorter than a bar; allowed is 60s");
    assertRefused(console("--target", "here"), "\"here\" is no JobManager's address");
  }
}
