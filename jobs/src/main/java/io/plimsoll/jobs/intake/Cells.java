package io.plimsoll.jobs.intake;

import java.util.Arrays;

/**
 * The cells of one row as text, in one array that is reused from row to row. Not thread-safe.
 *
 * <p>Adding a cell copies its characters; nothing is allocated once the arrays have grown to the
 * longest row.
 */
public class Cells {

  char[] text = new char[256];
  private int[] ends = new int[16];
  private boolean[] quoted = new boolean[16];
  private int count;

  /** Forgets the row. */
  public final void clear() {
    count = 0;
  }

  /** Appends a cell; {@code wasQuoted} is how the row was written. */
  public final void add(char[] from, int offset, int length, boolean wasQuoted) {
    int start = reserve(length);
    System.arraycopy(from, offset, text, start, length);
    ends[count] = start + length;
    quoted[count++] = wasQuoted;
  }

  /** Appends a cell. */
  public final void add(String cell) {
    int length = cell.length();
    int start = reserve(length);
    cell.getChars(0, length, text, start);
    ends[count] = start + length;
    quoted[count++] = false;
  }

  private int reserve(int length) {
    int start = count == 0 ? 0 : ends[count - 1];
    if (start + length > text.length) {
      text = Arrays.copyOf(text, Math.max(2 * text.length, start + length));
    }
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, 2 * count);
      quoted = Arrays.copyOf(quoted, 2 * count);
    }
    return start;
  }

  /** How many cells the row has. */
  public final int count() {
    return count;
  }

  /** The text of a cell. */
  public final String text(int cell) {
    return new String(text, start(cell), end(cell) - start(cell));
  }

  /** Whether a cell has nothing in it but blanks. */
  public final boolean isBlank(int cell) {
    for (int i = start(cell); i < end(cell); i++) {
      if (text[i] > ' ') {
        return false;
      }
    }
    return true;
  }

  final int start(int cell) {
    return cell == 0 ? 0 : ends[cell - 1];
  }

  final int end(int cell) {
    return ends[cell];
  }

  final boolean isEmpty(int cell) {
    return start(cell) == end(cell);
  }

  final boolean is(int cell, String name) {
    int start = start(cell);
    if (end(cell) - start != name.length()) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (text[start + i] != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The row as it is kept for people and for a refusal: a line of CSV, quoted where it was or must
   * be. What was no text overrides it.
   */
  public String record() {
    StringBuilder line = new StringBuilder(64);
    for (int cell = 0; cell < count; cell++) {
      if (cell > 0) {
        line.append(',');
      }
      if (quoted[cell] || needsQuotes(cell)) {
        line.append('"').append(text(cell).replace("\"", "\"\"")).append('"');
      } else {
        line.append(text, start(cell), end(cell) - start(cell));
      }
    }
    return line.toString();
  }

  private boolean needsQuotes(int cell) {
    for (int i = start(cell); i < end(cell); i++) {
      char c = text[i];
      if (c == ',' || c == '\n' || c == '\r' || (c == '"' && i == start(cell))) {
        return true;
      }
    }
    return false;
  }
}
