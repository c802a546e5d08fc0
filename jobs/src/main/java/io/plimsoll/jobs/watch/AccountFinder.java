package io.plimsoll.jobs.watch;

import io.plimsoll.risk.health.Assessment;
import io.plimsoll.risk.level.Standing;
import java.util.function.IntConsumer;

/**
 * Finds the accounts whose standing may have changed. It may name too many, never too few: what it
 * names is judged, and a judgement too many changes nothing.
 *
 * <p>Derived from the accounts' state, on the heap, never checkpointed: on restore every account is
 * put again. Accounts go by id. Used by one thread.
 */
interface AccountFinder {

  /** An account's holdings or settings changed, or it was restored: it is made of these units. */
  void hold(int account, Unit[] units);

  /** An account is about to be judged; {@link #watch} or {@link #await} follow for each unit. */
  void begin(int account);

  /**
   * A unit was judged.
   *
   * @param standing after the judgement
   * @param assessment of the unit, as it was judged
   */
  void watch(int account, Unit unit, Standing standing, Assessment assessment);

  /** A unit cannot be judged before something it holds has a first mark. */
  void await(int account, Unit unit);

  /** All units have been judged; whether anything could ever touch the account again. */
  boolean end(int account);

  /**
   * The table of assets has new numbers of an asset, whether or not they could change a judgement.
   *
   * @param volatility σ a year, by which some finders weigh how likely the asset is to move
   */
  void told(int asset, double volatility);

  /**
   * An asset's mark, status, rates or load factor changed; it has been {@linkplain #told told}.
   *
   * @param rates whether its exchange rate or borrow index is among what changed
   */
  void assetChanged(int asset, boolean rates, IntConsumer touched);

  /** A venue went down, or its grace period ended. */
  void venueChanged(String venue, IntConsumer touched);

  /** Accounts named so far because something they depend on moved. */
  long found();

  /** Things it keeps, for a metric. */
  int entries();

  /** Heap it takes, bytes. */
  long heapBytes();
}
