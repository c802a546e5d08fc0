package io.plimsoll.jobs.alerting;

import io.plimsoll.jobs.alert.AccountNames;
import io.plimsoll.jobs.alert.Change;
import io.plimsoll.jobs.alert.Crossing;
import io.plimsoll.jobs.alert.Episode;
import io.plimsoll.jobs.alert.Episode.Told;
import io.plimsoll.jobs.alert.Episode.Waiting;
import io.plimsoll.jobs.alert.Notice;
import io.plimsoll.jobs.alert.Notices;
import io.plimsoll.jobs.alert.QuietHours;
import io.plimsoll.jobs.alert.Route;
import io.plimsoll.jobs.alert.RouteState;
import io.plimsoll.jobs.alert.delivery.Delivery;
import io.plimsoll.jobs.alert.delivery.Receipt;
import io.plimsoll.risk.level.Level;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One of each kind and constant. */
final class Samples {

  static final Route PLAIN =
      new Route(
          "desk",
          new AccountNames(List.of("*")),
          Level.MARGIN_CALL,
          0,
          List.of("hook"),
          5,
          60_000,
          30_000,
          86_400_000,
          Optional.empty());

  static final Route QUIET =
      new Route(
          "Ünï",
          new AccountNames(List.of("alice", "desk-7/*")),
          Level.INSOLVENT,
          2500.5,
          List.of("hook", "oncall"),
          1,
          1,
          2,
          3,
          Optional.of(
              new QuietHours(
                  LocalTime.of(22, 30),
                  LocalTime.of(7, 0),
                  ZoneId.of("Europe/Berlin"),
                  Level.LIQUIDATABLE)));

  private Samples() {}

  static List<Crossing> crossings() {
    List<Crossing> all = new ArrayList<>();
    for (Level level : Level.values()) {
      all.add(
          new Crossing("x" + level, "alice/aave", -1L, level, Double.POSITIVE_INFINITY, 1.5, -2));
    }
    return all;
  }

  static List<Episode> episodes() {
    List<Episode> all = new ArrayList<>();
    for (Told told : Told.values()) {
      for (Waiting waiting : Waiting.values()) {
        Crossing last = crossings().get(all.size() % crossings().size());
        all.add(
            new Episode(
                "e1", 7, told == Told.ALONE, last, told, last.level(), "a1", waiting, 1L << 40));
      }
    }
    return all;
  }

  static List<RouteMemory> memories() {
    return List.of(
        new RouteMemory(PLAIN, RouteState.NEW),
        new RouteMemory(QUIET, new RouteState(1, 2, true, 3, 4, 5)));
  }

  static List<Routed> routed() {
    return List.of(
        Routed.crossing(QUIET, crossings().get(1)), Routed.changed(PLAIN), Routed.gone("desk"));
  }

  static List<Delivery> deliveries() {
    List<Notice> notices = new ArrayList<>();
    for (Change change : Change.values()) {
      notices.add(Notices.alert("a", change, Level.MARGIN_CALL, Level.INSOLVENT));
    }
    notices.add(Notices.repeated(Notices.some("r")));
    notices.add(Notices.part());
    notices.add(Notices.digest());
    return notices.stream().map(notice -> new Delivery("hook", notice, 1L << 40)).toList();
  }

  static List<Receipt> receipts() {
    List<Receipt> all = new ArrayList<>();
    for (Receipt.End end : Receipt.End.values()) {
      all.add(new Receipt(deliveries().get(0), end, 300, "HTTP 200", 1L << 41));
    }
    return all;
  }
}
