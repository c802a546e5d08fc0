package io.plimsoll.jobs.monitor;

import io.plimsoll.jobs.feed.Feed;
import io.plimsoll.jobs.feed.Heartbeats;
import io.plimsoll.jobs.feed.Speed;
import io.plimsoll.jobs.files.DataDirectory;
import io.plimsoll.jobs.files.PlayedFiles;
import io.plimsoll.jobs.kafka.InputRecord;
import io.plimsoll.risk.parameters.RiskParameters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a feed of a case sends, but for heartbeats.
 *
 * @param records in its order
 * @param last its last instant, epoch milliseconds
 */
record PlayedCase(List<InputRecord> records, long last) {

  static PlayedCase of(Path data, RiskParameters parameters) throws Exception {
    List<InputRecord> records = new ArrayList<>();
    AtomicLong last = new AtomicLong();
    try (PlayedFiles rows = new PlayedFiles(DataDirectory.open(data), parameters)) {
      new Feed(
              Speed.MAX,
              Heartbeats.none(),
              records::add,
              progress -> last.set(progress.eventTime()))
          .run(rows);
    }
    return new PlayedCase(records, last.get());
  }
}
