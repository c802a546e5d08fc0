package io.plimsoll.jobs.alert;

import io.plimsoll.jobs.market.DerivedId;
import io.plimsoll.risk.level.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A machine, its clock and its timers. */
final class MachineRun {

  private final HeapEpisodes episodes = new HeapEpisodes();
  private final List<Notice> told = new ArrayList<>();
  private final EpisodeMachine machine;
  private long now;

  MachineRun(Route route, long start) {
    machine = new EpisodeMachine(route, RouteState.NEW, episodes, told::add);
    now = start;
  }

  static Crossing crossing(String account, long instant, Level level, double debt) {
    String id = DerivedId.of(account + '|' + instant + '|' + level);
    return new Crossing(id, account, instant, level, 0.99, debt, 10);
  }

  /** An account crosses now. */
  void cross(String account, Level level) {
    hear(crossing(account, now, level, 1000));
  }

  /** A crossing of whenever comes in now. */
  void hear(Crossing crossing) {
    machine.cross(crossing, now);
  }

  /** Lets time pass as a timer service would. */
  void pass(long millis) {
    long end = now + millis;
    while (machine.state().due() <= end) {
      now = machine.state().due();
      machine.wake(now);
    }
    now = end;
  }

  long now() {
    return now;
  }

  /** How many accounts are remembered. */
  int remembered() {
    return episodes.size();
  }

  RouteState state() {
    return machine.state();
  }

  List<Notice> told() {
    return told;
  }

  List<Alert> alerts() {
    return told.stream().filter(Alert.class::isInstance).map(Alert.class::cast).toList();
  }

  List<Digest> digests() {
    return told.stream().filter(Digest.class::isInstance).map(Digest.class::cast).toList();
  }

  /** What was told alone, repetitions aside. */
  List<Change> changes() {
    return alerts().stream()
        .filter(Predicate.not(Alert::repeated))
        .map(alert -> alert.member().change())
        .toList();
  }
}
