package io.plimsoll.jobs.market;

import io.plimsoll.risk.account.Settings;

/**
 * The settings of an account, all of them.
 *
 * @param origin where it stands, with the row as read: the watch may refuse it
 * @param instant epoch milliseconds at which it is applied
 * @param timestamp the row's own; below the instant when the row is late
 * @param account its name
 * @param settings what replaces the account's settings
 */
public record SettingsUpdate(
    Origin origin, long instant, long timestamp, String account, Settings settings)
    implements AccountUpdate {

  @Override
  public SettingsUpdate appliedAt(long otherInstant) {
    return new SettingsUpdate(origin, otherInstant, timestamp, account, settings);
  }
}
