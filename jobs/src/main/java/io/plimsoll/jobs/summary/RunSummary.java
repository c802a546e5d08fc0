package io.plimsoll.jobs.summary;

import io.plimsoll.jobs.ledger.OutputDirectory;
import io.plimsoll.jobs.readback.EventLine;
import io.plimsoll.jobs.readback.JsonLinesFile;
import io.plimsoll.jobs.readback.RefusedLine;
import io.plimsoll.jobs.readback.StateLine;
import io.plimsoll.risk.level.Level;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * What a run came to.
 *
 * @param firstInstant of any event or bar, if there was one
 * @param lastInstant likewise
 * @param events how many of each change of level
 * @param called accounts that were ever at MARGIN_CALL or worse
 * @param liquidatable accounts that were ever at LIQUIDATABLE or worse
 * @param insolvent accounts that were ever at INSOLVENT
 * @param atEnd accounts that had events, by the level they ended at
 * @param valueAtRisk owed by the accounts at LIQUIDATABLE or worse
 * @param badDebt what the accounts at INSOLVENT owe beyond what they have
 * @param worst the accounts that fell lowest, lowest first
 * @param refused rows by the reason for which they were refused
 * @param paper what was carried out on paper, if any event says that it was to be
 */
public record RunSummary(
    OptionalLong firstInstant,
    OptionalLong lastInstant,
    SortedMap<Transition, Long> events,
    long called,
    long liquidatable,
    long insolvent,
    SortedMap<Level, Long> atEnd,
    Exposure valueAtRisk,
    Exposure badDebt,
    List<LowPoint> worst,
    SortedMap<String, Long> refused,
    Optional<Paper> paper) {

  /** How many of the worst accounts are named. */
  static final int WORST = 10;

  /** Reads the files that a run has published. */
  public static RunSummary of(Path directory) throws IOException {
    Tally tally = new Tally();
    new JsonLinesFile<>(directory.resolve(OutputDirectory.MARGIN_EVENTS), EventLine::read)
        .readAll(tally::count);
    new JsonLinesFile<>(directory.resolve(OutputDirectory.ASSET_STATES), StateLine::read)
        .readAll(tally::count);
    new JsonLinesFile<>(directory.resolve(OutputDirectory.REFUSED), RefusedLine::read)
        .readAll(tally::count);
    return tally.summary();
  }

  /** What it carried out on paper; nothing, of a run that was not to. */
  public Paper executed() {
    return paper.orElse(new Paper(0, 0));
  }

  /** All events. */
  public long eventCount() {
    return sum(events);
  }

  /** All refused rows. */
  public long refusedCount() {
    return sum(refused);
  }

  private static long sum(SortedMap<?, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
