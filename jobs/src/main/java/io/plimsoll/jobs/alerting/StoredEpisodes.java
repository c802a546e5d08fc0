package io.plimsoll.jobs.alerting;

import io.plimsoll.jobs.alert.Episode;
import io.plimsoll.jobs.alert.Episodes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.flink.api.common.state.MapState;

/** The episodes of the present route, in state. */
final class StoredEpisodes implements Episodes {

  private final MapState<String, Episode> byAccount;

  StoredEpisodes(MapState<String, Episode> byAccount) {
    this.byAccount = byAccount;
  }

  @Override
  public Optional<Episode> get(String account) {
    return Optional.ofNullable(state(() -> byAccount.get(account)));
  }

  @Override
  public void put(Episode episode) {
    state(
        () -> {
          byAccount.put(episode.last().account(), episode);
          return episode;
        });
  }

  @Override
  public void replaceAll(Function<Episode, Optional<Episode>> replacement) {
    Iterator<Map.Entry<String, Episode>> entries = state(byAccount::iterator);
    while (entries.hasNext()) {
      Map.Entry<String, Episode> entry = entries.next();
      Episode before = entry.getValue();
      Optional<Episode> after = replacement.apply(before);
      if (after.isEmpty()) {
        entries.remove();
      } else if (!after.orElseThrow().equals(before)) {
        entry.setValue(after.orElseThrow());
      }
    }
  }

  /** Flink's state throws what nobody can mend here. */
  private static <T> T state(Callable<T> access) {
    try {
      return access.call();
    } catch (Exception e) {
      throw new UncheckedIOException("state of episodes", new IOException(e));
    }
  }
}
