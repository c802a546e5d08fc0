package io.plimsoll.jobs.terminal;

/** A line of the picture, cut where the terminal ends. Colours take no room. */
final class Line {

  private final StringBuilder text = new StringBuilder();
  private final boolean colours;
  private int room;

  Line(Terminal terminal) {
    colours = terminal.colours();
    // In the last column some terminals wrap, and the picture would walk down the screen.
    room = terminal.columns() - 1;
  }

  Line add(String piece) {
    return add(Style.PLAIN, piece);
  }

  Line add(Style style, String piece) {
    String shown = piece.length() <= room ? piece : piece.substring(0, room);
    room -= shown.length();
    text.append(colours ? style.paint(shown) : shown);
    return this;
  }

  Line left(Style style, String piece, int width) {
    return add(style, piece + " ".repeat(Math.max(0, width - piece.length())));
  }

  Line right(Style style, String piece, int width) {
    return add(style, " ".repeat(Math.max(0, width - piece.length())) + piece);
  }

  int room() {
    return room;
  }

  @Override
  public String toString() {
    return text.toString().stripTrailing();
  }
}
