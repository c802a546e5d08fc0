package io.plimsoll.jobs.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where a kind's columns stand in a row. */
public final class Columns {

  private static final int ABSENT = -1;

  private final RowKind kind;
  private final int[] cellOf;
  private final int width;

  private Columns(RowKind kind, int[] cellOf, int width) {
    this.kind = kind;
    this.cellOf = cellOf;
    this.width = width;
  }

  /** Lays out a kind by a header that {@link #missing} finds nothing missing in. */
  public static Columns of(RowKind kind, List<String> header) {
    int[] cellOf = new int[kind.columns().size()];
    for (int column = 0; column < cellOf.length; column++) {
      int cell = header.indexOf(kind.columns().get(column));
      cellOf[column] = cell < 0 ? ABSENT : cell;
    }
    return new Columns(kind, cellOf, header.size());
  }

  /** What a header lacks to be one of the kind: names, or "a or b"; empty when it will do. */
  public static List<String> missing(RowKind kind, List<String> header) {
    List<String> missing = new ArrayList<>(kind.required());
    missing.removeAll(header);
    if (!kind.anyOf().isEmpty() && kind.anyOf().stream().noneMatch(header::contains)) {
      missing.add(String.join(" or ", kind.anyOf()));
    }
    return List.copyOf(missing);
  }

  /** The columns of the kind that a header has more than once. */
  public static List<String> repeated(RowKind kind, List<String> header) {
    Set<String> seen = new HashSet<>();
    return header.stream().filter(n -> kind.columns().contains(n) && !seen.add(n)).toList();
  }

  /** How many cells each row must have. */
  int width() {
    return width;
  }

  /** Whether the rows have the column at all. */
  boolean has(int column) {
    return cellOf[column] != ABSENT;
  }

  /** The cell of a column that the rows have. */
  int cell(int column) {
    return cellOf[column];
  }

  String name(int column) {
    return kind.columns().get(column);
  }
}
