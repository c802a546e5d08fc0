package io.plimsoll.jobs.monitor;

import io.plimsoll.contract.Level;
import io.plimsoll.jobs.market.DerivedId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Accounts that wander from level to level at random, and what a route must have told of them when
 * all is over, by the plainest reading of docs/alerts.md: no windows, no time.
 */
final class CrossedAccounts {

  /** One crossing; each is to another level. */
  record Step(String account, long instant, Level from, Level to) {}

  /** How an account stands for a route in the end: in trouble since some event, or not. */
  record Standing(String account, Optional<String> openBy) {}

  private static final List<Level> LEVELS =
      List.of(Level.SAFE, Level.MARGIN_CALL, Level.LIQUIDATABLE, Level.INSOLVENT);
  private static final int TWICE_PERCENT = 5;

  private final SplittableRandom dice;
  private final List<Step> steps = new ArrayList<>();

  /**
   * Lets them wander.
   *
   * @param each crossings of each account
   */
  CrossedAccounts(long seed, int accounts, int each) {
    this.dice = new SplittableRandom(seed);
    List<Level> levels = new ArrayList<>();
    for (int i = 0; i < accounts; i++) {
      levels.add(Level.SAFE);
    }
    for (int instant = 1; instant <= each; instant++) {
      for (int i = 0; i < accounts; i++) {
        Level from = levels.get(i);
        int other = 1 + dice.nextInt(LEVELS.size() - 1);
        Level to = LEVELS.get((LEVELS.indexOf(from) + other) % LEVELS.size());
        steps.add(new Step("account-%05d".formatted(i), instant, from, to));
        levels.set(i, to);
      }
    }
  }

  /**
   * Writes a part of the crossings, some of them twice, and among them some of a history.
   *
   * @param parts that there are
   */
  void write(int part, int parts, CrossingProducer out) throws IOException {
    int size = steps.size() / parts;
    for (Step step : steps.subList(part * size, (part + 1) * size)) {
      out.write(step.account(), step.instant(), step.from(), step.to(), false);
      if (dice.nextInt(100) < TWICE_PERCENT) {
        out.write(step.account(), step.instant(), step.from(), step.to(), false);
        out.write("history-" + step.account(), step.instant(), Level.SAFE, step.to(), true);
      }
    }
    out.flush();
  }

  int size() {
    return steps.size();
  }

  /** How each account stands for a route that tells from some level on. */
  List<Standing> standings(Level from) {
    Map<String, Standing> standings = new LinkedHashMap<>();
    for (Step step : steps) {
      boolean open = isAtLeast(step.to(), from);
      if (open || standings.containsKey(step.account())) {
        String event = CrossingProducer.id(step.account(), step.instant());
        standings.put(
            step.account(),
            new Standing(step.account(), open ? Optional.of(event) : Optional.empty()));
      }
    }
    return List.copyOf(standings.values());
  }

  /** The episode that each account's first fall opens. */
  Set<String> firstEpisodes(String route, Level from) {
    Map<String, String> first = new LinkedHashMap<>();
    for (Step step : steps) {
      if (isAtLeast(step.to(), from)) {
        first.putIfAbsent(step.account(), episode(route, step));
      }
    }
    return Set.copyOf(first.values());
  }

  /** All that may be opened: which of them are is for the clock to say. */
  Set<String> possibleEpisodes(String route, Level from) {
    Set<String> possible = new HashSet<>();
    for (Step step : steps) {
      if (isAtLeast(step.to(), from) && !isAtLeast(step.from(), from)) {
        possible.add(episode(route, step));
      }
    }
    return possible;
  }

  private static String episode(String route, Step step) {
    String event = CrossingProducer.id(step.account(), step.instant());
    return DerivedId.of(route + '|' + step.account() + '|' + event);
  }

  private static boolean isAtLeast(Level level, Level other) {
    return LEVELS.indexOf(level) >= LEVELS.indexOf(other);
  }
}
