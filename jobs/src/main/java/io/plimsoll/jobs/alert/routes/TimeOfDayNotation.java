package io.plimsoll.jobs.alert.routes;

import io.plimsoll.jobs.parameters.Notation;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** Hours and minutes by the clock on the wall. */
record TimeOfDayNotation() implements Notation<LocalTime> {

  private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

  @Override
  public Optional<LocalTime> read(String text) {
    return Optional.of(text).filter(time -> TIME.matcher(time).matches()).map(LocalTime::parse);
  }

  @Override
  public String print(LocalTime value) {
    return '"' + value.toString() + '"';
  }

  @Override
  public String range() {
    return "a time of day from 00:00 to 23:59";
  }
}
