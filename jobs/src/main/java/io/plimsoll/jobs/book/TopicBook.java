package io.plimsoll.jobs.book;

import io.plimsoll.jobs.intake.RowKind;
import io.plimsoll.jobs.kafka.InputReader;
import io.plimsoll.jobs.kafka.OutputReader;
import io.plimsoll.jobs.kafka.ReadOptions;
import io.plimsoll.jobs.market.AccountUpdate;
import io.plimsoll.jobs.market.IndexReading;
import io.plimsoll.jobs.market.MarketEvent;
import io.plimsoll.jobs.options.TopicSettings;
import io.plimsoll.jobs.readback.StateLine;
import io.plimsoll.risk.parameters.RiskParameters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The book as the topics of a monitor have it by now. */
public final class TopicBook {

  private TopicBook() {}

  /**
   * Reads it: the last state of each asset, then indices, settings and positions, each topic from
   * its beginning to its end.
   *
   * @param maxRecordBytes longest value that is decoded
   * @param unreadable told where a record stands that says nothing, and why
   * @throws io.plimsoll.jobs.kafka.BrokerException when brokers or a topic are not there
   */
  public static Book read(
      TopicSettings topics,
      RiskParameters parameters,
      int maxRecordBytes,
      Consumer<String> unreadable) {
    Map<String, StateLine> last = new HashMap<>();
    try (OutputReader<StateLine> states =
        OutputReader.ofStates(
            topics.brokers(),
            topics.outputs().assetStates(),
            topics.format(),
            topics.startTimeout(),
            state -> last.merge(state.asset(), state, TopicBook::later),
            unreadable)) {
      states.readToEnd();
    }
    Book book = new Book(parameters);
    last.values().forEach(book::apply);
    ReadOptions options =
        new ReadOptions(
            topics.format(),
            topics.maxLateness().toMillis(),
            maxRecordBytes,
            ReadOptions.FROM_THE_START);
    for (RowKind kind : List.of(RowKind.INDICES, RowKind.ACCOUNTS, RowKind.POSITIONS)) {
      try (InputReader rows =
          new InputReader(
              topics.brokers(),
              topics.inputs().topic(kind),
              kind,
              parameters,
              options,
              topics.startTimeout(),
              event -> apply(event, book))) {
        rows.readToEnd();
      }
    }
    return book;
  }

  /** One written again after a failure is the same. */
  private static StateLine later(StateLine a, StateLine b) {
    return a.instant() > b.instant() ? a : b;
  }

  /**
   * One after the other: of rows with one key in one instant the higher sequence wins that way too,
   * and of those without one the last.
   */
  private static void apply(MarketEvent event, Book book) {
    if (event instanceof IndexReading reading) {
      book.apply(reading);
    } else if (event instanceof AccountUpdate update) {
      book.apply(update.instant(), List.of(update));
    }
  }
}
