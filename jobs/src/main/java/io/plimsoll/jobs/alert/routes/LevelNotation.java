package io.plimsoll.jobs.alert.routes;

import io.plimsoll.jobs.parameters.Notation;
import io.plimsoll.risk.level.Level;
import java.util.Arrays;
import java.util.Optional;

/** A level that somebody may be told of. */
record LevelNotation() implements Notation<Level> {

  @Override
  public Optional<Level> read(String text) {
    return Arrays.stream(Level.values())
        .filter(level -> level != Level.SAFE && level.name().equals(text))
        .findAny();
  }

  @Override
  public String print(Level value) {
    return value.name();
  }

  @Override
  public String range() {
    return "one of MARGIN_CALL, LIQUIDATABLE, INSOLVENT";
  }
}
