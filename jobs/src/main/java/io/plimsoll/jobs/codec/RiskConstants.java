package io.plimsoll.jobs.codec;

import io.plimsoll.risk.account.Kind;
import io.plimsoll.risk.level.Level;
import io.plimsoll.risk.mark.MarkStatus;
import java.util.List;

/** The risk model's enums as state and streams have them; see {@link Constants}. */
public final class RiskConstants {

  public static final Constants<Kind> KINDS =
      Constants.of(Kind.class, List.of(Kind.COLLATERAL, Kind.DEBT, Kind.LONG, Kind.SHORT));

  public static final Constants<MarkStatus> MARK_STATUSES =
      Constants.of(
          MarkStatus.class,
          List.of(MarkStatus.OK, MarkStatus.STALE, MarkStatus.DISPUTED, MarkStatus.HALTED));

  public static final Constants<Level> LEVELS =
      Constants.of(
          Level.class, List.of(Level.SAFE, Level.MARGIN_CALL, Level.LIQUIDATABLE, Level.INSOLVENT));

  private RiskConstants() {}
}
