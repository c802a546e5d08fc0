package io.plimsoll.jobs.alert;

import static io.plimsoll.jobs.alert.Routes.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.market.DerivedId;
import io.plimsoll.risk.level.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The machine beside its naive twin, on events that come again, late, and in any order. */
class EpisodeTwinTest {

  private static final long DAY_SECONDS = 24 * 3600;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void tellsWhatTheTwinTellsAndEveryEpisode(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Route route =
        Routes.route(
            random.nextInt(3) * 50, seed % 2 == 0 ? Routes.SLEEPER.quiet() : Routes.DESK.quiet());
    NaiveRoute twin = new NaiveRoute(route);
    HeapEpisodes episodes = new HeapEpisodes();
    List<Notice> told = new ArrayList<>();
    RouteState state = RouteState.NEW;
    List<Crossing> past = new ArrayList<>();
    int accounts = 1 + random.nextInt(12);
    Set<String> opened = new HashSet<>();
    Set<String> heardOf = new HashSet<>();
    boolean busy = false;
    for (long second = 0; second < 2 * DAY_SECONDS; second++) {
      long now = second * SECOND;
      // A new machine each time: it remembers nothing but what it is given.
      EpisodeMachine machine = new EpisodeMachine(route, state, episodes, told::add);
      twin.second(now);
      if (machine.state().due() <= now) {
        machine.wake(now);
      }
      busy = random.nextInt(600) == 0 ? !busy : busy;
      // The second day is for what waits.
      if (second < DAY_SECONDS && random.nextInt(busy ? 4 : 900) == 0) {
        Crossing crossing = past(past, random).orElseGet(() -> random(random, accounts, now));
        past.add(crossing);
        twin.hear(crossing, now);
        machine.cross(crossing, now);
        episodes.get(crossing.account()).map(Episode::id).ifPresent(opened::add);
      }
      state = machine.state();
      assertThat(told.stream().map(Told::line).toList())
          .as("seed %d, second %d", seed, second)
          .isEqualTo(twin.lines());
      told.forEach(notice -> heardOf.addAll(episodesOf(notice)));
      told.clear();
    }
    opened.remove(""); // accounts that were none of the route's business
    assertThat(heardOf).isNotEmpty().isEqualTo(opened);
    assertThat(episodes.all()).allMatch(Episode::open);
  }

  /** One that was there before, a few times out of ten. */
  private static Optional<Crossing> past(List<Crossing> past, SplittableRandom random) {
    return past.isEmpty() || random.nextInt(4) > 0
        ? Optional.empty()
        : Optional.of(past.get(past.size() - 1 - random.nextInt(Math.min(40, past.size()))));
  }

  private static Crossing random(SplittableRandom random, int accounts, long now) {
    String account = "account-" + random.nextInt(accounts);
    Level level = Level.values()[random.nextInt(Level.values().length)];
    long instant = now - random.nextInt(60) * SECOND;
    String id = DerivedId.of(account + '|' + instant + '|' + level);
    return new Crossing(id, account, instant, level, 1, random.nextInt(200), 1);
  }

  private static List<String> episodesOf(Notice notice) {
    if (notice instanceof Alert alert) {
      return List.of(alert.member().episode());
    }
    return notice instanceof DigestPart part
        ? part.members().stream().map(Member::episode).toList()
        : List.of();
  }
}
