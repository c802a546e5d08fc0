package io.plimsoll.twin;

import io.plimsoll.twin.InputRow.Index;
import io.plimsoll.twin.InputRow.Position;
import io.plimsoll.twin.InputRow.Quote;
import io.plimsoll.twin.InputRow.Settings;
import io.plimsoll.twin.InputRow.VenueCondition;
import io.plimsoll.twin.Refusal.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Sorts all rows into instants and decides, before anything is judged, which of them are refused
 * there: a refused row makes no instant, and the last instant bounds everything that falls due.
 */
final class Timeline {
  private final Parameters parameters;
  private final Coverage coverage;
  private final NavigableMap<Long, InstantRows> instants = new TreeMap<>();
  private final List<Refusal> refused = new ArrayList<>();

  private final Map<String, Double> lastExchangeRate = new HashMap<>();
  private final Map<String, Double> lastBorrowIndex = new HashMap<>();
  private final Map<HoldingKey, Long> lastSequence = new HashMap<>();
  private final Map<Object, Long> lastTimestamp = new HashMap<>();

  /**
   * Resolves what competes within each instant.
   *
   * @param rows by file name and line
   */
  Timeline(Parameters parameters, List<InputRow> rows, Coverage coverage) {
    this.parameters = parameters;
    this.coverage = coverage;
    NavigableMap<Long, List<InputRow>> byInstant = new TreeMap<>();
    for (InputRow row : rows) {
      byInstant.computeIfAbsent(row.origin().instant(), t -> new ArrayList<>()).add(row);
    }
    byInstant.forEach(this::resolve);
  }

  NavigableMap<Long, InstantRows> instants() {
    return instants;
  }

  List<Refusal> refused() {
    return refused;
  }

  private void resolve(long instant, List<InputRow> rows) {
    List<InputRow> standing = new ArrayList<>();
    for (InputRow row : rows) {
      Reason reason = refusal(row, rows);
      if (reason == null) {
        standing.add(row);
      } else {
        refused.add(row.origin().refuse(reason));
      }
    }
    if (standing.isEmpty()) {
      coverage.hit("instant of refused rows only");
      return;
    }
    InstantRows won = InstantRows.empty();
    won.venues().addAll(venueConditions(only(VenueCondition.class, standing)));
    won.indices().addAll(indices(only(Index.class, standing)));
    won.quotes()
        .addAll(
            winners(
                only(Quote.class, standing),
                quote -> List.of(quote.asset(), quote.source()),
                Quote::sequence));
    won.settings().addAll(winners(only(Settings.class, standing), Settings::account, row -> null));
    won.positions()
        .addAll(winners(only(Position.class, standing), Position::key, Position::sequence));
    remember(won);
    instants.put(instant, won);
  }

  private Reason refusal(InputRow row, List<InputRow> sameInstant) {
    if (row instanceof Index) {
      Index index = (Index) row;
      boolean tooFar =
          steps(lastExchangeRate.get(index.asset()), index.exchangeRate(), index.asset())
              || steps(lastBorrowIndex.get(index.asset()), index.borrowIndex(), index.asset());
      coverage.hit(tooFar, "index step refused");
      return tooFar ? Reason.OUT_OF_BOUNDS : null;
    }
    if (row instanceof Position) {
      Position position = (Position) row;
      Long applied = lastSequence.get(position.key());
      if (position.sequence() != null) {
        boolean old = applied != null && position.sequence() <= applied;
        coverage.hit(old, "superseded by sequence");
        return old ? Reason.SUPERSEDED : null;
      }
    }
    return isSuperseded(row, sameInstant) ? Reason.SUPERSEDED : null;
  }

  private boolean steps(Double last, Double told, String asset) {
    return last != null
        && told != null
        && Math.abs(told / last - 1) > parameters.assets().get(asset).maxIndexStep();
  }

  /** A late row without a sequence must not undo what was told later. */
  private boolean isSuperseded(InputRow row, List<InputRow> sameInstant) {
    Object key = key(row);
    if (key == null || !row.origin().late()) {
      return false;
    }
    Long last = lastTimestamp.get(key);
    boolean byEarlier = last != null && row.origin().timestamp() < last;
    boolean bySibling =
        sameInstant.stream()
            .anyMatch(
                other ->
                    key.equals(key(other))
                        && !hasSequence(other)
                        && other.origin().timestamp() > row.origin().timestamp());
    coverage.hit(byEarlier, "late row superseded by an earlier instant");
    coverage.hit(bySibling && !byEarlier, "late row superseded within its instant");
    return byEarlier || bySibling;
  }

  private static boolean hasSequence(InputRow row) {
    return row instanceof Position && ((Position) row).sequence() != null;
  }

  private static Object key(InputRow row) {
    if (row instanceof Position) {
      return ((Position) row).key();
    }
    return row instanceof Settings ? ((Settings) row).account() : null;
  }

  private void remember(InstantRows won) {
    for (Index index : won.indices()) {
      if (index.exchangeRate() != null) {
        lastExchangeRate.put(index.asset(), index.exchangeRate());
      }
      if (index.borrowIndex() != null) {
        lastBorrowIndex.put(index.asset(), index.borrowIndex());
      }
    }
    for (Settings settings : won.settings()) {
      lastTimestamp.put(settings.account(), settings.origin().timestamp());
    }
    for (Position position : won.positions()) {
      lastTimestamp.put(position.key(), position.origin().timestamp());
      if (position.sequence() != null) {
        lastSequence.put(position.key(), position.sequence());
      }
    }
  }

  private static <T extends InputRow> List<T> only(Class<T> type, List<InputRow> rows) {
    return rows.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private <T> List<T> winners(List<T> rows, Function<T, Object> key, Function<T, Long> sequence) {
    Comparator<Long> bySequence = Comparator.nullsFirst(Comparator.naturalOrder());
    Map<Object, T> won = new LinkedHashMap<>();
    for (T row : rows) {
      T other = won.get(key.apply(row));
      boolean wins =
          other == null || bySequence.compare(sequence.apply(row), sequence.apply(other)) >= 0;
      coverage.hit(other != null, wins ? "replaced by a later line" : "replaced by sequence");
      if (wins) {
        won.put(key.apply(row), row);
      }
    }
    return List.copyOf(won.values());
  }

  /** Stress and status are keys of their own: the last that was told of each. */
  private static List<VenueCondition> venueConditions(List<VenueCondition> rows) {
    Map<String, VenueCondition> merged = new TreeMap<>();
    for (VenueCondition row : rows) {
      merged.merge(
          row.venue(),
          row,
          (was, is) ->
              new VenueCondition(
                  is.origin(),
                  is.venue(),
                  is.stress() == null ? was.stress() : is.stress(),
                  is.up() == null ? was.up() : is.up()));
    }
    return List.copyOf(merged.values());
  }

  /** The two indices are keys of their own: the last that was told of each. */
  private static List<Index> indices(List<Index> rows) {
    Map<String, Index> merged = new TreeMap<>();
    for (Index row : rows) {
      merged.merge(
          row.asset(),
          row,
          (was, is) ->
              new Index(
                  is.origin(),
                  is.asset(),
                  is.exchangeRate() == null ? was.exchangeRate() : is.exchangeRate(),
                  is.borrowIndex() == null ? was.borrowIndex() : is.borrowIndex()));
    }
    return List.copyOf(merged.values());
  }
}
