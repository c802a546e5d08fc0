package io.plimsoll.jobs.alert;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Episodes on the heap. */
final class HeapEpisodes implements Episodes {

  private final Map<String, Episode> byAccount = new TreeMap<>();

  @Override
  public Optional<Episode> get(String account) {
    return Optional.ofNullable(byAccount.get(account));
  }

  @Override
  public void put(Episode episode) {
    byAccount.put(episode.last().account(), episode);
  }

  @Override
  public void replaceAll(Function<Episode, Optional<Episode>> replacement) {
    Iterator<Map.Entry<String, Episode>> entries = byAccount.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<String, Episode> entry = entries.next();
      replacement.apply(entry.getValue()).ifPresentOrElse(entry::setValue, entries::remove);
    }
  }

  Collection<Episode> all() {
    return byAccount.values();
  }

  int size() {
    return byAccount.size();
  }
}
