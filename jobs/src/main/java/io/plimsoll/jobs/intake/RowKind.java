package io.plimsoll.jobs.intake;

import java.util.ArrayList;
import java.util.List;

/** The kinds of rows, with their columns (risk model §12). */
@SuppressWarnings("ImmutableEnumChecker") // the lists are List.of and List.copyOf
public enum RowKind {
  QUOTES(
      List.of("timestamp", "asset", "price"),
      List.of(),
      List.of("source", "confidence", "sequence")),
  /** By open time; each counts as a quote of its close. */
  CANDLES(
      List.of("timestamp", "asset", "open", "high", "low", "close"),
      List.of(),
      List.of("volume", "source")),
  INDICES(List.of("timestamp", "asset"), List.of("exchange_rate", "borrow_index"), List.of()),
  STRESS(List.of("timestamp", "venue"), List.of("stress", "status"), List.of()),
  ACCOUNTS(List.of("timestamp", "account"), List.of(), List.of("mode", "category", "margin_call")),
  POSITIONS(
      List.of("timestamp", "account", "asset", "kind", "amount"),
      List.of(),
      List.of("entry_price", "venue", "sequence"));

  /** The first column of every kind. */
  static final int TIMESTAMP = 0;

  private final List<String> required;
  private final List<String> anyOf;
  private final List<String> columns;

  RowKind(List<String> required, List<String> anyOf, List<String> optional) {
    this.required = required;
    this.anyOf = anyOf;
    List<String> all = new ArrayList<>(required);
    all.addAll(anyOf);
    all.addAll(optional);
    this.columns = List.copyOf(all);
  }

  /** Columns that must be there. */
  public List<String> required() {
    return required;
  }

  /** Columns of which one must be there, or none where any will do. */
  public List<String> anyOf() {
    return anyOf;
  }

  /** All columns that are read. */
  public List<String> columns() {
    return columns;
  }

  /** A late row is never lost: it counts at the current instant. */
  public boolean countsWhenLate() {
    return this == ACCOUNTS || this == POSITIONS;
  }

  /** A row far ahead of its file is not believed. */
  public boolean refusedWhenFarAhead() {
    return this == QUOTES || this == CANDLES;
  }

  /** The place of a column among {@link #columns}. */
  int column(String name) {
    int found = columns.indexOf(name);
    if (found < 0) {
      throw new IllegalArgumentException(this + " has no column " + name);
    }
    return found;
  }
}
