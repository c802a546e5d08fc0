package io.plimsoll.risk.level;

/**
 * What came of a judgement.
 *
 * @param standing from now on, but for whether the event issued has terms
 * @param from level before
 * @param event whether an event is issued, with {@code to} the standing's level
 */
public record Judgement(Standing standing, Level from, boolean event) {

  public Level to() {
    return standing.level();
  }
}
