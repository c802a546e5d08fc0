package io.plimsoll.jobs.files;

import io.plimsoll.risk.parameters.RiskParameters;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * All rows of a directory as one sequence by event time, those that a backfill refuses among them:
 * for those who hand rows on and leave it to others to judge them.
 *
 * <p>The order of each file is kept, and ties go by file name, so that what concerns one name
 * stands in the order of its files. A row that a backfill refuses has no instant to wait for, and
 * comes as soon as the row before it in its file has: one wrong year does not hold up its file.
 *
 * <p>For one thread, which also reads; O(log files) a row.
 */
public final class PlayedFiles implements Closeable {

  private record Lead(PlayedFile file, int place) {}

  private static final Comparator<Lead> BY_HEAD =
      Comparator.<Lead>comparingLong(lead -> lead.file.headInstant())
          .thenComparingInt(lead -> lead.place);

  private final List<PlayedFile> files = new ArrayList<>();
  private final PriorityQueue<Lead> leads = new PriorityQueue<>(BY_HEAD);

  /** Whose row was given last. */
  private Optional<Lead> taken = Optional.empty();

  /**
   * Opens all files.
   *
   * @param parameters only the interval of candles matters to what rows say, and assets for what is
   *     refused
   * @throws InputException when one cannot be read
   */
  public PlayedFiles(DataDirectory directory, RiskParameters parameters) {
    for (DataFile file : directory.files()) {
      files.add(new PlayedFile(file, parameters));
    }
    for (int place = 0; place < files.size(); place++) {
      queue(new Lead(files.get(place), place));
    }
  }

  private void queue(Lead lead) {
    if (lead.file.next()) {
      leads.add(lead);
    }
  }

  /**
   * The next row, or nothing at the end.
   *
   * @throws InputException when a file cannot be read on
   */
  public Optional<PlayedRow> next() {
    // Only now: a file that breaks off has given all rows before.
    taken.ifPresent(this::queue);
    taken = Optional.ofNullable(leads.poll());
    return taken.map(lead -> lead.file.head());
  }

  @Override
  public void close() throws IOException {
    for (PlayedFile file : files) {
      file.close();
    }
  }
}
