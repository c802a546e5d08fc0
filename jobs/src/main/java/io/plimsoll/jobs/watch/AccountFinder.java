package io.plimsoll.jobs.watch;

import java.util.function.Consumer;

/**
 * Finds the accounts whose standing may have changed. It may name too many, never too few: what it
 * names is judged, and a judgement too many changes nothing.
 *
 * <p>Derived from the accounts' state, on the heap, never checkpointed: on restore every account is
 * put again. Used by one thread.
 */
interface AccountFinder {

  /** Takes note of an account's holdings and settings, after each change and on restore. */
  void put(String account, AccountState state);

  /** An asset's mark, status, rates or load factor changed. */
  void assetChanged(String asset, Consumer<String> touched);

  /** A venue went down, or its grace period ended. */
  void venueChanged(String venue, Consumer<String> touched);
}
