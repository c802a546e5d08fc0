package io.plimsoll.jobs.chaos;

import io.plimsoll.jobs.feed.Speed;
import io.plimsoll.jobs.files.DataDirectory;
import io.plimsoll.jobs.files.PlayedFiles;
import io.plimsoll.jobs.parameters.ParameterFile;
import io.plimsoll.risk.parameters.RiskParameters;
import java.nio.file.Path;
import java.util.List;

/**
 * What is fed, and where in it something happens.
 *
 * @param data opened
 * @param parameters file of the risk parameters
 * @param risk read from it
 * @param events lines of {@code margin-events.jsonl}, as a backfill writes them
 * @param first instant, epoch milliseconds
 * @param opening instant of one of the first events: before it a fault would hit nothing
 * @param closing instant of one of the last events
 */
record History(
    DataDirectory data,
    Path parameters,
    RiskParameters risk,
    List<String> events,
    long first,
    long opening,
    long closing) {

  private static final double OPENING_SECONDS = 5;

  /** Of the events so many are left to each end. */
  private static final double MARGIN = 0.03;

  History {
    events = List.copyOf(events);
  }

  /**
   * A history whose events are known.
   *
   * @param instants of the events, ascending
   */
  static History of(Path directory, List<String> events, long[] instants) throws Exception {
    if (events.isEmpty()) {
      throw new ChaosException(directory + " has no margin event: nothing could be lost");
    }
    Path parameters = directory.resolve("parameters.yaml");
    DataDirectory data = DataDirectory.open(directory);
    RiskParameters risk = ParameterFile.loadLive(parameters);
    int margin = (int) (instants.length * MARGIN);
    long first = instants[0];
    try (PlayedFiles rows = new PlayedFiles(data, risk)) {
      first =
          rows.next()
              .filter(io.plimsoll.jobs.files.PlayedRow::isInTime)
              .map(row -> row.judged().instant())
              .orElse(first);
    }
    return new History(
        data,
        parameters,
        risk,
        events,
        first,
        instants[margin],
        instants[instants.length - 1 - margin]);
  }

  PlayedFiles rows() {
    return new PlayedFiles(data, risk);
  }

  /** Up to the first events in seconds. */
  Speed openingSpeed() {
    return speed(first, opening, OPENING_SECONDS);
  }

  /** The speed at which the events that are left last so long. */
  Speed speed(long reached, double seconds) {
    return reached < opening ? openingSpeed() : speed(reached, closing, seconds);
  }

  private static Speed speed(long from, long to, double seconds) {
    return new Speed(Math.max(1, to - from) / (seconds * 1_000));
  }
}
