package io.plimsoll.twin;

import java.util.ArrayList;
import java.util.List;

/** What is applied at one instant: for every key the one row that won. */
record InstantRows(
    List<InputRow.VenueCondition> venues,
    List<InputRow.Index> indices,
    List<InputRow.Quote> quotes,
    List<InputRow.Settings> settings,
    List<InputRow.Position> positions) {
  static final InstantRows NONE =
      new InstantRows(List.of(), List.of(), List.of(), List.of(), List.of());

  static InstantRows empty() {
    return new InstantRows(
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>());
  }
}
