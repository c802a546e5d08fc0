package io.plimsoll.jobs.alert;

import io.plimsoll.jobs.alert.Digest.Reason;
import io.plimsoll.jobs.alert.Episode.Told;
import io.plimsoll.jobs.alert.Episode.Waiting;
import io.plimsoll.jobs.market.DerivedId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Turns crossings into what is told on one route (docs/alerts.md): when an episode opens,
 * escalates, eases and ends; alone, or in a digest when many accounts move at once or quiet hours
 * hold it back; and again while it fires.
 *
 * <p>A crossing counts if its instant is after the latest one of its account: so a repetition, and
 * one that was overtaken, change nothing. Time is that of the clock on the wall, handed in, never
 * backwards.
 */
public final class EpisodeMachine {

  /** How long a recovery is repeated: Alertmanager forgets what it is not told. */
  static final long RECOVERY_REPEATED_MS = 300_000;

  private final Route route;
  private final Episodes episodes;
  private final Consumer<Notice> out;
  private RouteState state;

  /**
   * A machine that goes on from what was remembered.
   *
   * @param route whose accounts' crossings it is given
   * @param out takes what is to be told, in order
   */
  public EpisodeMachine(Route route, RouteState state, Episodes episodes, Consumer<Notice> out) {
    this.route = route;
    this.state = state;
    this.episodes = episodes;
    this.out = out;
  }

  /** What is to be remembered besides the episodes. */
  public RouteState state() {
    return state;
  }

  /** Takes a crossing of one of the route's accounts. */
  public void cross(Crossing crossing, long now) {
    wake(now);
    Optional<Episode> known =
        episodes.get(crossing.account()).filter(episode -> !isForgotten(episode, now));
    if (known.isPresent() && crossing.instant() <= known.orElseThrow().last().instant()) {
      return;
    }
    // What has not been told to its end goes on: an account that falls again is the same episode.
    Optional<Episode> going = known.filter(episode -> !episode.isOver());
    boolean firing =
        crossing.level().isAtLeast(route.from())
            && (going.isPresent() || crossing.debtUsd() >= route.minDebtUsd());
    if (going.isEmpty() && !firing) {
      put(known.map(e -> e.after(crossing, false, now)).orElse(Episode.none(crossing, now)), now);
      return;
    }
    Episode next =
        going
            .map(episode -> episode.after(crossing, firing, now))
            .orElseGet(() -> Episode.opened(route.name(), crossing, now));
    boolean same =
        going.filter(e -> e.open() == firing && e.last().level() == crossing.level()).isPresent();
    if (same || next.waiting() == Waiting.FOR_THE_WINDOW) {
      put(next, now); // nothing new, or to be told with the window as it will then be
    } else {
      put(tellOrHold(next, now), now);
    }
  }

  /** The episode after its change was told, or with what its telling waits for. */
  private Episode tellOrHold(Episode episode, long now) {
    OptionalLong later = waitsUntil(episode, now);
    if (later.isPresent()) {
      state = state.quiet(Math.min(state.quietEnd(), later.getAsLong()));
      return episode.waiting(Waiting.FOR_THE_END_OF_QUIET_HOURS);
    }
    if (state.windowEnd() == RouteState.NEVER) {
      state = state.window(now + route.windowMs(), false);
    }
    state = state.turn();
    return state.storm() || state.turns() > route.digestAbove()
        ? episode.waiting(Waiting.FOR_THE_WINDOW)
        : tellAlone(episode, now);
  }

  /** A recovery wakes nobody, but is no use to whoever was not told of what it ends. */
  private OptionalLong waitsUntil(Episode episode, long now) {
    return episode.open() || episode.told() == Told.NOT_YET
        ? route.waitsUntil(episode.last().level(), now)
        : OptionalLong.empty();
  }

  private Episode tellAlone(Episode episode, long now) {
    String id = DerivedId.of(route.name() + '|' + episode.last().id());
    out.accept(alert(id, episode, false));
    if (state.repeatAt() == RouteState.NEVER) {
      state = state.repeat(now + route.repeatMs());
    }
    return episode.told(Told.ALONE, id);
  }

  private Alert alert(String id, Episode episode, boolean repeated) {
    return new Alert(
        id, route.name(), repeated, Member.of(episode), episode.toldLevel(), route.repeatMs());
  }

  /** Does what is due by now. */
  public void wake(long now) {
    if (state.windowEnd() <= now) {
      endWindow(now);
    }
    if (state.quietEnd() <= now) {
      state = state.quiet(RouteState.NEVER);
      digest(Waiting.FOR_THE_END_OF_QUIET_HOURS, Reason.QUIET_HOURS, now);
    }
    if (state.repeatAt() <= now) {
      repeat(now);
    }
    if (state.forgetAt() <= now) {
      forget(now);
    }
  }

  /** After a window of many the next one begins at once, and gathers from its first alert on. */
  private void endWindow(long now) {
    boolean gathered = state.storm() || state.turns() > route.digestAbove();
    int many = gathered ? digest(Waiting.FOR_THE_WINDOW, Reason.MANY_AT_ONCE, now) : 0;
    boolean storm = many > route.digestAbove();
    state = state.window(storm ? now + route.windowMs() : RouteState.NEVER, storm);
  }

  private int digest(Waiting waiting, Reason reason, long now) {
    String id = DerivedId.of(route.name() + '|' + reason + '|' + now);
    DigestWriter digest = new DigestWriter(id, route.name(), out);
    episodes.replaceAll(
        episode -> {
          if (episode.waiting() != waiting) {
            return Optional.of(episode);
          }
          digest.add(Member.of(episode));
          return Optional.of(scheduled(episode.told(Told.IN_A_DIGEST, id), now));
        });
    return digest.end(reason, now);
  }

  private void repeat(long now) {
    boolean[] any = new boolean[1];
    episodes.replaceAll(
        episode -> {
          if (isRepeated(episode, now)) {
            any[0] = true;
            out.accept(alert(episode.alert(), episode, true));
          }
          return Optional.of(episode);
        });
    state = state.repeat(any[0] ? now + route.repeatMs() : RouteState.NEVER);
  }

  private static boolean isRepeated(Episode episode, long now) {
    return episode.told() == Told.ALONE
        && episode.waiting() == Waiting.FOR_NOTHING
        && (episode.open() || now - episode.heardAt() <= RECOVERY_REPEATED_MS);
  }

  private void forget(long now) {
    boolean[] left = new boolean[1];
    episodes.replaceAll(
        episode -> {
          if (isForgotten(episode, now)) {
            return Optional.empty();
          }
          left[0] |= episode.isOver();
          return Optional.of(episode);
        });
    state = state.forget(left[0] ? now + route.rememberMs() : RouteState.NEVER);
  }

  private boolean isForgotten(Episode episode, long now) {
    return episode.isOver() && now - episode.heardAt() >= route.rememberMs();
  }

  private void put(Episode episode, long now) {
    episodes.put(scheduled(episode, now));
  }

  /** What is over will be forgotten. */
  private Episode scheduled(Episode episode, long now) {
    if (episode.isOver() && state.forgetAt() == RouteState.NEVER) {
      state = state.forget(now + route.rememberMs());
    }
    return episode;
  }
}
