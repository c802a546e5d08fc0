package io.plimsoll.jobs.book;

import io.plimsoll.jobs.intake.RowKind;
import io.plimsoll.jobs.kafka.InputReader;
import io.plimsoll.jobs.kafka.OutputReader;
import io.plimsoll.jobs.kafka.ReadOptions;
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

  /** Of the rows that change a book, in the order in which it is read. */
  public static final List<RowKind> KINDS =
      List.of(RowKind.INDICES, RowKind.ACCOUNTS, RowKind.POSITIONS);

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
    for (RowKind kind : KINDS) {
      try (InputReader rows = rows(kind, topics, parameters, maxRecordBytes, book::apply)) {
        rows.readToEnd();
      }
    }
    return book;
  }

  /**
   * A reader of an input topic at its beginning.
   *
   * @param maxRecordBytes longest value that is decoded
   * @throws io.plimsoll.jobs.kafka.BrokerException when brokers or the topic are not there
   */
  public static InputReader rows(
      RowKind kind,
      TopicSettings topics,
      RiskParameters parameters,
      int maxRecordBytes,
      Consumer<MarketEvent> rows) {
    ReadOptions options =
        new ReadOptions(
            topics.format(),
            topics.maxLateness().toMillis(),
            maxRecordBytes,
            ReadOptions.FROM_THE_START);
    return new InputReader(
        topics.brokers(),
        topics.inputs().topic(kind),
        kind,
        parameters,
        options,
        topics.startTimeout(),
        rows);
  }

  /** One written again after a failure is the same. */
  private static StateLine later(StateLine a, StateLine b) {
    return a.instant() > b.instant() ? a : b;
  }
}
