package io.plimsoll.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GcLogTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[61.002s] GC(7) Pause Full (Diagnostic Command) 310M->204M(1024M) 411.230ms; 204",
        "[0.312s] GC(1) Pause Full (System.gc()) 3M->2M(20M) 12.345ms; 2",
        "[9.1s] GC(12) Pause Full (G1 Compaction Pause) 9G->3G(10G) 1411.230ms; 3072",
        "[9.1s] GC(12) Pause Full (Ergonomics) 900K->512K(1024K) 1.230ms; 0.5",
        "[9.1s] GC(12) Pause Full (Metadata GC Threshold) 900K->0B(1024K) 1,230ms; 0",
      })
  void aFullCollectionTellsWhatItLeft(String line, double megabytes) {
    assertThat(GcLog.leftByFull(line)).hasValue(megabytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[0.005s] Using G1",
        "[2.5s] GC(3) Pause Young (Normal) (G1 Evacuation Pause) 512M->123M(1024M) 12.3ms",
        "[2.5s] GC(4) Pause Remark 512M->400M(1024M) 3.2ms",
        "[2.5s] GC(4) Concurrent Mark Cycle 120.1ms",
        "[2.5s] GC(5) Pause Full (Diagnostic Command)",
        "[2.5s] GC(5) Pause Full (Diagnostic Command) 310M->20",
        ""
      })
  void anythingElseTellsNothing(String line) {
    assertThat(GcLog.leftByFull(line)).isEmpty();
  }

  @Test
  void theLastOneSinceItWasAskedCounts() throws IOException {
    Path file = directory.resolve("gc.log");
    Files.writeString(file, full(100) + full(90));
    try (GcLog log = new GcLog(file)) {
      assertThat(log.lastFull()).hasValue(90);
      assertThat(log.lastFull()).isEmpty();
      Files.writeString(file, full(95), StandardOpenOption.APPEND);
      assertThat(log.lastFull()).hasValue(95);
    }
  }

  private static String full(int left) {
    return "[1.0s] GC(1) Pause Full (Diagnostic Command) 310M->" + left + "M(1024M) 4.2ms\n";
  }
}
