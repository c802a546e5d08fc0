package io.plimsoll.jobs.alert;

import java.util.Optional;
import java.util.function.Function;

/** What a route remembers, by account. */
public interface Episodes {

  /** What is remembered of an account, if anything. */
  Optional<Episode> get(String account);

  /** Remembers it, by its account. */
  void put(Episode episode);

  /** Visits all of them, and puts in place of each what is given back: nothing forgets it. */
  void replaceAll(Function<Episode, Optional<Episode>> replacement);
}
