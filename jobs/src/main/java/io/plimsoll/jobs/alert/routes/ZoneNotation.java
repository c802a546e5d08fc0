package io.plimsoll.jobs.alert.routes;

import io.plimsoll.jobs.parameters.Notation;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/** A time zone, by its name in the IANA's database. */
record ZoneNotation() implements Notation<ZoneId> {

  @Override
  public Optional<ZoneId> read(String text) {
    try {
      return Optional.of(ZoneId.of(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public String print(ZoneId value) {
    return value.getId();
  }

  @Override
  public String range() {
    return "a time zone such as Europe/Berlin or UTC";
  }
}
