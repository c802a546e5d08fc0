package io.plimsoll.jobs.watch;

import io.plimsoll.risk.health.AssetTable;
import io.plimsoll.risk.health.Portfolio;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Accounts that wait for a first mark of something they hold (risk model §5). The waits themselves
 * are in the accounts' state; this is the queue of their ends, derived from it. Mutable; bounded by
 * the waits there are.
 */
public final class Waits {

  private final DueAccounts ends = new DueAccounts();

  /** Notes and queues the assets without a mark that the account holds for the first time. */
  public AccountState begin(String account, AccountState state, long instant, AssetTable assets) {
    Map<String, Long> firstHeld = new TreeMap<>();
    for (Map.Entry<String, Long> entry : state.firstHeld().entrySet()) {
      if (isUnmarked(entry.getKey(), assets)) { // a mark, once there, stays
        firstHeld.put(entry.getKey(), entry.getValue());
      }
    }
    for (Position position : state.positions()) {
      if (position.isHeld() && isUnmarked(position.asset(), assets)) {
        if (firstHeld.putIfAbsent(position.asset(), instant) == null) {
          ends.add(endOf(position.asset(), instant, assets), account);
        }
      }
    }
    return firstHeld.equals(state.firstHeld()) ? state : state.withFirstHeld(firstHeld);
  }

  /** Queues the ends of a restored account's waits. */
  void resume(String account, AccountState state, AssetTable assets) {
    for (Map.Entry<String, Long> entry : state.firstHeld().entrySet()) {
      if (isUnmarked(entry.getKey(), assets)) {
        ends.add(endOf(entry.getKey(), entry.getValue(), assets), account);
      }
    }
  }

  /** The next end, or {@link Long#MAX_VALUE}. */
  long nextEnd() {
    return ends.next();
  }

  /** Takes the ends up to an instant. */
  public void endAt(long instant, Consumer<String> touched) {
    ends.takeUpTo(instant, touched);
  }

  /** UNPRICED: something that counts has no mark yet, and has not been waited for long enough. */
  public static boolean isWaiting(
      Portfolio portfolio, AccountState state, long instant, AssetTable assets) {
    if (state.firstHeld().isEmpty()) {
      return false;
    }
    for (int i = 0; i < portfolio.size(); i++) {
      int asset = portfolio.asset(i);
      if (!assets.isMarked(asset)) {
        Long since = state.firstHeld().get(assets.name(asset));
        if (since != null && instant <= since + assets.parameters(asset).guard().maxAgeMs()) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isUnmarked(String asset, AssetTable assets) {
    int id = assets.id(asset);
    return id != AssetTable.UNKNOWN && !assets.isMarked(id);
  }

  private static long endOf(String asset, long since, AssetTable assets) {
    return since + assets.parameters(assets.id(asset)).guard().maxAgeMs() + 1;
  }
}
