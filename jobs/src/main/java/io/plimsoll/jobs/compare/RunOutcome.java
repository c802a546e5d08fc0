package io.plimsoll.jobs.compare;

import io.plimsoll.jobs.summary.RunSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a run came to, account by account.
 *
 * @param directory where its files are
 * @param rowsRead rows of input, refused ones included
 * @param summary the figures of its {@code summary.json}, counted anew from its other files
 * @param liquidations what liquidators were offered
 * @param warnings how long accounts had
 * @param outcomes of the accounts that had an event, by name
 */
public record RunOutcome(
    Path directory,
    long rowsRead,
    RunSummary summary,
    Liquidations liquidations,
    Warnings warnings,
    Map<String, Outcome> outcomes) {

  public RunOutcome {
    outcomes = Map.copyOf(outcomes);
  }

  /**
   * Reads the files that a run has published, once each.
   *
   * @throws RunFilesException if they are not those of one run that has ended well
   */
  public static RunOutcome read(Path directory) throws IOException {
    return new RunReader(directory).read();
  }

  /** Rows that were refused for this reason. */
  long refused(String reason) {
    return summary.refused().getOrDefault(reason, 0L);
  }

  /** How an account fared, also one without events. */
  Outcome outcome(String account) {
    return outcomes.getOrDefault(account, Outcome.NONE);
  }
}
