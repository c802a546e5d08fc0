package io.plimsoll.jobs.files;

import io.plimsoll.jobs.codec.IntakeSerializer;
import io.plimsoll.jobs.intake.Rows;
import io.plimsoll.jobs.market.Intake;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * Rows a second from a quotes file into a sink that drops them, in one JVM with a local cluster:
 * {@code SourceSpeed DIR [ROWS]} writes the file if it is not there, then reads it five times. The
 * time is the job's, start and end of the job included.
 */
public final class SourceSpeed {

  private SourceSpeed() {}

  public static void main(String[] args) throws Exception {
    Path directory = Files.createDirectories(Path.of(args[0]));
    int rows = args.length > 1 ? Integer.parseInt(args[1]) : 2_000_000;
    Path file = directory.resolve("quotes.csv");
    if (!Files.exists(file) && !Files.exists(directory.resolve("quotes.csv.gz"))) {
      write(file, rows);
    }
    for (int run = 1; run <= 5; run++) {
      StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
      env.setParallelism(1);
      env.getConfig().enableObjectReuse();
      env.fromSource(
              new DirectorySource(
                  DataDirectory.open(directory), Rows.PARAMETERS, ReadOptions.DEFAULTS),
              WatermarkStrategy.noWatermarks(),
              "files",
              IntakeSerializer.typeOf(Intake.class))
          .sinkTo(new DiscardingSink<>());
      long millis = env.execute().getNetRuntime();
      System.out.printf(
          Locale.ROOT, "run %d: %d ms, %,d rows/s%n", run, millis, rows * 1000L / millis);
    }
  }

  private static void write(Path file, int rows) throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    double price = 2000;
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("timestamp,asset,price,source,confidence,sequence\n");
      for (int i = 0; i < rows; i++) {
        price = Math.min(9000, Math.max(100, price * (1 + (random.nextDouble() - 0.5) * 1e-4)));
        out.write(
            String.format(
                Locale.ROOT,
                "%d,%s,%.4f,%s,%.3f,%d%n",
                1_583_020_800_000L + i * 10L,
                i % 2 == 0 ? "ETH" : "USDC",
                price,
                "source-" + i % 3,
                price * 1e-4,
                i));
      }
    }
  }
}
