package io.plimsoll.twin;

import java.util.List;

/**
 * One input file as text, so that cells no parser would accept can be represented.
 *
 * @param rows the cells in the order of the header; a row may have fewer
 */
public record TwinFile(String name, List<String> header, List<List<String>> rows) {
  /** Files of one kind are told apart by how their name begins, as in §12. */
  boolean is(String kind) {
    return name.startsWith(kind) && (name.endsWith(".csv") || name.endsWith(".csv.gz"));
  }

  /** The line that a row stands on: the header is line 1. */
  static int line(int row) {
    return row + 2;
  }

  /** An empty cell, a missing cell and a missing column are all the empty string. */
  String cell(int row, String column) {
    int at = header.indexOf(column);
    List<String> cells = rows.get(row);
    return at < 0 || at >= cells.size() ? "" : cells.get(at);
  }

  boolean isShort(int row) {
    return rows.get(row).size() < header.size();
  }

  String record(int row) {
    return String.join(",", rows.get(row));
  }
}
