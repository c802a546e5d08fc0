package io.plimsoll.jobs.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputDirectoryTest {

  @TempDir Path temporary;

  @Nested
  @DisplayName("preparing")
  class Preparing {

    @Test
    void makesTheDirectoryWithAllAboveIt() {
      OutputDirectory output = OutputDirectory.prepare(temporary.resolve("a/b"));
      assertThat(output.path()).isDirectory();
      assertThat(output.inProgress("x")).doesNotExist();
    }

    @Test
    void takesAwayWhatAnEarlierRunLeftSoThatItCannotBeTakenForTheResult() throws IOException {
      Path old = Files.writeString(temporary.resolve(OutputDirectory.MARGIN_EVENTS), "old");
      Path half = temporary.resolve(".in-progress/margin-events.jsonl");
      Files.createDirectories(half.getParent());
      Files.writeString(half, "half");

      OutputDirectory.prepare(temporary);

      assertThat(old).doesNotExist();
      assertThat(half).doesNotExist();
    }

    @Test
    void leavesOtherFilesAlone() throws IOException {
      Path notes = Files.writeString(temporary.resolve("notes.txt"), "mine");
      OutputDirectory.prepare(temporary);
      assertThat(notes).hasContent("mine");
    }

    @Test
    void saysInOneLineThatAFileIsInTheWay() throws IOException {
      Path file = Files.writeString(temporary.resolve("file"), "");
      assertThatThrownBy(() -> OutputDirectory.prepare(file))
          .isInstanceOf(OutputException.class)
          .hasMessage("cannot write to " + file + ": a file stands where a directory is needed");
    }

    @Test
    void saysInOneLineThatTheDirectoryCannotBeMade() {
      Path below = Path.of("/proc/plimsoll");
      assumeThat(Path.of("/proc/self")).exists();
      assertThatThrownBy(() -> OutputDirectory.prepare(below))
          .isInstanceOf(OutputException.class)
          .hasMessageStartingWith("cannot write to /proc/plimsoll: ")
          .message()
          .hasLineCount(1);
    }

    @Test
    void saysInOneLineThatTheDirectoryCannotBeWritten() throws IOException {
      Path locked = Files.createDirectory(temporary.resolve("locked"));
      assumeThat(locked.toFile().setWritable(false)).isTrue();
      assumeThat(Files.isWritable(locked)).as("root may write anything").isFalse();
      assertThatThrownBy(() -> OutputDirectory.prepare(locked))
          .isInstanceOf(OutputException.class)
          .hasMessageStartingWith("cannot write to " + locked + ": no permission");
    }
  }

  @Nested
  @DisplayName("publishing")
  class Publishing {

    @Test
    void givesEveryFileItsNameAndEndsTheProgress() throws IOException {
      OutputDirectory output = OutputDirectory.prepare(temporary);
      Files.writeString(output.inProgress(OutputDirectory.REFUSED), "r");
      Files.writeString(output.inProgress(OutputDirectory.MARGIN_EVENTS), "m");

      output.publish();

      assertThat(output.published(OutputDirectory.REFUSED)).hasContent("r");
      assertThat(output.published(OutputDirectory.MARGIN_EVENTS)).hasContent("m");
      assertThat(temporary).isDirectoryNotContaining("glob:**.in-progress");
    }

    @Test
    void cannotBeDoneTwice() {
      OutputDirectory output = OutputDirectory.prepare(temporary);
      output.publish();
      assertThatThrownBy(output::publish)
          .isInstanceOf(OutputException.class)
          .hasMessageContaining("is not there");
    }
  }
}
