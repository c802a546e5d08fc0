package io.plimsoll.jobs.intake;

import io.plimsoll.jobs.market.PositionUpdate;
import io.plimsoll.jobs.market.SettingsUpdate;

/** A late update is never lost: it counts at a later instant and keeps its own timestamp. */
public final class LateUpdates {

  private LateUpdates() {}

  public static PositionUpdate at(long instant, PositionUpdate update) {
    return new PositionUpdate(
        update.origin(),
        instant,
        update.timestamp(),
        update.account(),
        update.venue(),
        update.asset(),
        update.kind(),
        update.amount(),
        update.entryPriceUsd(),
        update.sequence());
  }

  public static SettingsUpdate at(long instant, SettingsUpdate update) {
    return new SettingsUpdate(
        update.origin(), instant, update.timestamp(), update.account(), update.settings());
  }
}
