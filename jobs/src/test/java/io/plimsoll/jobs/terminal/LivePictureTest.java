package io.plimsoll.jobs.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.ledger.OutputDirectory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LivePictureTest {

  private static final String STATE =
      "{\"instant\":60000,\"asset\":\"ETH\",\"mid\":2.5,\"status\":\"OK\",\"volatility\":0.5,"
          + "\"loadFactor\":1.0}\n";

  @TempDir Path directory;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Test
  void drawsOverItselfOnATerminal() throws Exception {
    assertThat(drawn(new Terminal(true, false, 80, 24)))
        .startsWith("\rwaiting for the first bar\033[K\n\033[J")
        .contains("\033[1A\r1970-01-01 00:01:00 UTC")
        .contains("ETH");
  }

  @Test
  void printsWholeLinesElsewhereAndNoneTwice() throws Exception {
    assertThat(drawn(Terminal.NONE))
        .isEqualTo(
            String.format(
                "waiting for the first bar%n1970-01-01 00:01:00 UTC  events 0"
                    + "  MARGIN_CALL 0  LIQUIDATABLE 0  INSOLVENT 0%n"));
  }

  @Test
  void neverStopsTheRunWhateverIsInTheFiles() throws IOException {
    OutputDirectory output = OutputDirectory.prepare(directory);
    Files.writeString(output.inProgress(OutputDirectory.ASSET_STATES), "not json\n");
    LivePicture picture =
        LivePicture.follow(output, Expected.NOTHING, Terminal.NONE, new PrintStream(bytes));
    picture.close();
    assertThat(text()).startsWith("no picture any more: ");
  }

  private String drawn(Terminal terminal) throws Exception {
    OutputDirectory output = OutputDirectory.prepare(directory);
    LivePicture picture =
        LivePicture.follow(
            output,
            Expected.NOTHING,
            terminal,
            new PrintStream(bytes, true, StandardCharsets.UTF_8));
    for (int waited = 0; text().isEmpty() && waited < 10_000; waited += 10) {
      Thread.sleep(10);
    }
    Files.writeString(output.inProgress(OutputDirectory.ASSET_STATES), STATE);
    picture.close();
    return text();
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
