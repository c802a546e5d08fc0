package io.plimsoll.jobs.chaos;

import io.plimsoll.jobs.kafka.OutputReader;
import io.plimsoll.jobs.ledger.JsonLines;
import io.plimsoll.jobs.ledger.MarginEventRows;
import io.plimsoll.jobs.options.TopicSettings;
import io.plimsoll.jobs.watch.MarginEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The margin events of a topic as lines of {@code margin-events.jsonl}, in their order. */
final class EventLines {

  private EventLines() {}

  static List<String> read(TopicSettings topics) throws IOException {
    List<MarginEvent> events = new ArrayList<>();
    try (OutputReader<MarginEvent> reader =
        OutputReader.ofEvents(
            topics.brokers(),
            topics.outputs().marginEvents(),
            topics.format(),
            topics.startTimeout(),
            events::add,
            line -> {
              throw new ChaosException("no margin event: " + line);
            })) {
      reader.readToEnd();
    }
    events.sort(MarginEventRows.LAYOUT::compare);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonLines<MarginEvent> lines = new JsonLines<>(bytes, MarginEventRows.LAYOUT.json());
    for (MarginEvent event : events) {
      lines.append(event);
    }
    lines.flush();
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
