package io.plimsoll.jobs.watch;

import io.plimsoll.risk.health.Assessment;
import io.plimsoll.risk.health.AssetTable;
import io.plimsoll.risk.level.Standing;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * The plain finder: every holder of the asset that changed, every account that owes at the venue.
 *
 * <p>Costs as many judgements a tick as the asset has holders, and a bit for each account and asset
 * or venue. Obvious, and therefore the oracle of the one that is cleverer.
 */
final class HolderIndex implements AccountFinder {

  private final BitSet[] holdersOf;
  private final Map<String, BitSet> liableAt = new HashMap<>();
  private final BitSet holding = new BitSet();
  private long found;

  HolderIndex(AssetTable assets) {
    holdersOf = new BitSet[assets.size()];
    for (int asset = 0; asset < holdersOf.length; asset++) {
      holdersOf[asset] = new BitSet();
    }
  }

  @Override
  public void hold(int account, Unit[] units) {
    for (BitSet holders : holdersOf) {
      holders.clear(account);
    }
    liableAt.values().forEach(liable -> liable.clear(account));
    holding.clear(account);
    for (Unit unit : units) {
      for (int i = 0; i < unit.portfolio().size(); i++) {
        holdersOf[unit.portfolio().asset(i)].set(account);
        holding.set(account);
      }
      for (String venue : unit.liableAt()) {
        liableAt.computeIfAbsent(venue, v -> new BitSet()).set(account);
      }
    }
  }

  @Override
  public void begin(int account) {}

  @Override
  public void watch(int account, Unit unit, Standing standing, Assessment assessment) {}

  @Override
  public void await(int account, Unit unit) {}

  @Override
  public boolean end(int account) {
    return holding.get(account);
  }

  @Override
  public void assetChanged(int asset, boolean rates, IntConsumer touched) {
    touchAll(holdersOf[asset], touched);
  }

  @Override
  public void told(int asset, double volatility) {}

  @Override
  public void venueChanged(String venue, IntConsumer touched) {
    BitSet liable = liableAt.get(venue);
    if (liable != null) {
      touchAll(liable, touched);
    }
  }

  private void touchAll(BitSet accounts, IntConsumer touched) {
    for (int id = accounts.nextSetBit(0); id >= 0; id = accounts.nextSetBit(id + 1)) {
      touched.accept(id);
      found++;
    }
  }

  @Override
  public long found() {
    return found;
  }

  @Override
  public int entries() {
    return holding.cardinality();
  }

  @Override
  public long heapBytes() {
    long bits = holding.size();
    for (BitSet holders : holdersOf) {
      bits += holders.size();
    }
    for (BitSet liable : liableAt.values()) {
      bits += liable.size();
    }
    return bits / Byte.SIZE;
  }
}
