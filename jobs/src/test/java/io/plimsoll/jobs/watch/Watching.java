package io.plimsoll.jobs.watch;

import static io.plimsoll.jobs.Fixture.at;

import io.plimsoll.jobs.loadfactor.AssetState;
import io.plimsoll.jobs.market.AccountUpdate;
import io.plimsoll.jobs.watch.WatchOptions.Finder;
import io.plimsoll.risk.mark.MarkStatus;
import io.plimsoll.risk.parameters.RiskParameters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A margin watch without Flink, one instant after the other, a second apart. */
final class Watching implements MarginWatch.Listener {

  private final MarginWatch watch;
  private final List<Surrounding> surroundings = new ArrayList<>();
  private final List<MarginEvent> events = new ArrayList<>();
  private long second;

  Watching(RiskParameters parameters, Finder finder) {
    watch =
        new MarginWatch(
            parameters, WatchOptions.DEFAULTS.withFinder(finder), AccountStates.onHeap(), this);
  }

  MarginWatch watch() {
    return watch;
  }

  List<MarginEvent> events() {
    return events;
  }

  /** An asset's new state, half-width a thousandth, in an instant of its own. */
  static Surrounding price(long second, String asset, double mid) {
    return new Surrounding.Asset(
        new AssetState(
            at(second), asset, MarkStatus.OK, mid, mid * 0.999, mid * 1.001, 1, 1, 0.8, 1, false));
  }

  void price(String asset, double mid) throws IOException {
    apply(price(second, asset, mid));
  }

  void apply(Surrounding surrounding) throws IOException {
    surroundings.clear();
    surroundings.add(surrounding);
    watch.apply(at(second++), surroundings, List.of(), false);
  }

  void update(AccountUpdate... updates) throws IOException {
    watch.apply(at(second++), List.of(), List.of(updates), false);
  }

  @Override
  public void event(MarginEvent event) {
    events.add(event);
  }

  @Override
  public void superseded(AccountUpdate update, String detail) {
    throw new IllegalStateException(detail);
  }
}
