package io.plimsoll.jobs.watch;

import io.plimsoll.risk.health.Assessment;
import io.plimsoll.risk.health.AssetTable;
import io.plimsoll.risk.level.Standing;
import io.plimsoll.risk.line.Coordinates;
import io.plimsoll.risk.line.Lines;
import io.plimsoll.risk.line.Triggers;
import io.plimsoll.risk.parameters.LevelRules;
import io.plimsoll.wheel.PriceWheel;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * The accounts that could have crossed a line, and no others: their lines' triggers on a price
 * wheel. What is not a price is a coordinate all the same, one that counts changes.
 */
final class WheelFinder implements AccountFinder, Triggers {

  private final PriceWheel wheel = new PriceWheel();
  private final Coordinates coordinates;
  private final Lines lines;

  /** Coordinates whose value the wheel is kept told of: those that somebody waits at. */
  private final boolean[] open;

  /** The coordinate that counts the changes of a venue's line. */
  private final Map<String, Integer> venues = new HashMap<>();

  private int account;
  private Unit unit;
  private boolean watched;

  WheelFinder(AssetTable assets, LevelRules rules) {
    coordinates = new Coordinates(assets);
    lines = new Lines(assets, coordinates, rules);
    open = new boolean[assets.size() * Coordinates.OF_ONE_ASSET];
  }

  @Override
  public void hold(int held, Unit[] units) {}

  @Override
  public void begin(int judged) {
    account = judged;
    watched = false;
    wheel.forget(judged);
  }

  @Override
  public void watch(int judged, Unit judgedUnit, Standing standing, Assessment assessment) {
    unit = judgedUnit;
    lines.of(standing, assessment, this);
  }

  @Override
  public void await(int judged, Unit waiting) {
    unit = waiting;
    lines.waiting(waiting.portfolio(), this);
  }

  @Override
  public boolean end(int judged) {
    return watched;
  }

  @Override
  public void fall(int coordinate, double trigger) {
    openIfNew(coordinate);
    wheel.watchFall(account, coordinate, trigger);
    watched = true;
  }

  @Override
  public void rise(int coordinate, double trigger) {
    openIfNew(coordinate);
    wheel.watchRise(account, coordinate, trigger);
    watched = true;
  }

  @Override
  public void anyChange(int asset) {
    next(Coordinates.changesOf(asset));
  }

  @Override
  public void rateChange(int asset) {
    next(Coordinates.rateChangesOf(asset));
  }

  @Override
  public void venueChange() {
    for (String venue : unit.liableAt()) {
      next(venues.computeIfAbsent(venue, v -> open.length + venues.size()));
    }
  }

  /** Waits for the next change that a coordinate counts. */
  private void next(int counter) {
    wheel.watchRise(account, counter, wheel.value(counter));
    watched = true;
  }

  private void openIfNew(int coordinate) {
    if (!open[coordinate]) {
      open[coordinate] = true;
      wheel.move(coordinate, coordinates.value(coordinate), WheelFinder::nobody);
    }
  }

  /** Where nobody waited, nobody fires. */
  private static void nobody(int fired) {
    throw new IllegalStateException("account " + fired + " waited at a closed coordinate");
  }

  @Override
  public void assetChanged(int asset, boolean rates, IntConsumer touched) {
    int first = Coordinates.firstOf(asset);
    for (int coordinate = first; coordinate < first + Coordinates.products(); coordinate++) {
      if (open[coordinate]) {
        if (wheel.isWaitedAt(coordinate)) {
          wheel.move(coordinate, coordinates.value(coordinate), touched);
        } else {
          open[coordinate] = false;
        }
      }
    }
    count(Coordinates.changesOf(asset), touched);
    if (rates) {
      count(Coordinates.rateChangesOf(asset), touched);
    }
  }

  private void count(int counter, IntConsumer touched) {
    wheel.move(counter, wheel.value(counter) + 1, touched);
  }

  @Override
  public void told(int asset, double volatility) {
    coordinates.update(asset);
    lines.tellVolatility(asset, volatility);
  }

  @Override
  public void venueChanged(String venue, IntConsumer touched) {
    Integer counter = venues.get(venue);
    if (counter != null) {
      count(counter, touched);
    }
  }

  @Override
  public long found() {
    return wheel.fired();
  }

  @Override
  public int entries() {
    return wheel.entries();
  }

  @Override
  public long heapBytes() {
    return wheel.heapBytes() + open.length;
  }
}
