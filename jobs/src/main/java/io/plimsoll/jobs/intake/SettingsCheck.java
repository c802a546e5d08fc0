package io.plimsoll.jobs.intake;

import io.plimsoll.jobs.market.MarketEvent;
import io.plimsoll.jobs.market.RefusalReason;
import io.plimsoll.jobs.market.SettingsUpdate;
import io.plimsoll.risk.account.Mode;
import io.plimsoll.risk.account.Settings;
import io.plimsoll.risk.parameters.RiskParameters;
import java.math.BigDecimal;

/** Account settings: a row replaces all of them, an empty cell means the default. */
final class SettingsCheck extends RowCheck {

  private static final int ACCOUNT = RowKind.ACCOUNTS.column("account");
  private static final int MODE = RowKind.ACCOUNTS.column("mode");
  private static final int CATEGORY = RowKind.ACCOUNTS.column("category");
  private static final int MARGIN_CALL = RowKind.ACCOUNTS.column("margin_call");

  private static final Mode[] MODES = Mode.values();

  SettingsCheck(RiskParameters parameters, Columns columns, String place) {
    super(parameters, columns, place);
  }

  @Override
  MarketEvent read(long rowTimestamp) {
    String account = name(ACCOUNT);
    Mode mode =
        isEmpty(MODE)
            ? Settings.DEFAULTS.mode()
            : oneOf(MODES, MODE, "GROSS, NETTED, ISOLATED or nothing");
    String category = nameOr(CATEGORY, Settings.NO_CATEGORY);
    BigDecimal marginCall = decimalOr(MARGIN_CALL, Settings.NO_MARGIN_CALL, BigDecimal.ONE);
    if (!category.isEmpty() && !parameters.categories().containsKey(category)) {
      wrong(RefusalReason.UNKNOWN_CATEGORY, CATEGORY, "a category of parameters.yaml, or nothing");
    }
    return new SettingsUpdate(
        origin(true),
        rowTimestamp,
        rowTimestamp,
        account,
        new Settings(mode, category, marginCall));
  }
}
