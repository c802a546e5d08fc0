package io.plimsoll.jobs.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/**
 * The generated market.
 *
 * @param seed everything is drawn from it
 * @param accounts how many there are
 */
public record DemoMarket(long seed, int accounts) {

  public static final long DEFAULT_SEED = 20_200_312L;
  public static final int DEFAULT_ACCOUNTS = 10_000;

  /** Epoch milliseconds of the first row. */
  public static final long FIRST_INSTANT = Timetable.START_MS;

  /** Epoch milliseconds before which the last row stands. */
  public static final long END = Timetable.millis(Timetable.MINUTES);

  private static final String PARAMETERS = "parameters.yaml";

  public DemoMarket {
    if (accounts < 1) {
      throw new IllegalArgumentException(accounts + " accounts; allowed is 1 or more");
    }
  }

  /** The market that the documentation speaks of. */
  public static DemoMarket byDefault() {
    return new DemoMarket(DEFAULT_SEED, DEFAULT_ACCOUNTS);
  }

  /** Writes the input files of a run into a directory, which is made if need be. */
  public void write(Path directory) throws IOException {
    Files.createDirectories(directory);
    Chance chance = Chance.of(seed);
    PricePaths prices = PricePaths.simulate(chance.fork());
    new QuoteTape(prices, chance.fork()).write(directory);
    new NetworkTape(chance.fork()).write(directory);
    new Crowd(accounts, prices, chance.fork()).write(directory);
    try (InputStream parameters =
        Objects.requireNonNull(DemoMarket.class.getResourceAsStream(PARAMETERS), PARAMETERS)) {
      Files.copy(parameters, directory.resolve(PARAMETERS), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
