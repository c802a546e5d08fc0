package io.plimsoll.jobs.watch;

import io.plimsoll.jobs.market.DerivedId;
import io.plimsoll.risk.level.Level;
import io.plimsoll.risk.terms.Figures;
import io.plimsoll.risk.terms.LiquidationTerms;
import java.util.List;

/**
 * An account changed its level, or its standing at one, at an instant (risk model §6).
 *
 * @param id the same for the same history, always; see {@link #id}
 * @param account its name, or {@code account/venue} for an ISOLATED account
 * @param instant epoch milliseconds
 * @param from level before
 * @param to level after
 * @param doubts what the judgement could not rely on, sorted
 * @param figures of the account at the instant
 * @param terms what a liquidation would do
 */
public record MarginEvent(
    String id,
    String account,
    long instant,
    Level from,
    Level to,
    List<String> doubts,
    Figures figures,
    LiquidationTerms terms) {

  /** The first 16 bytes of SHA-256 over {@code account|instant|to}, in hexadecimal. */
  static String id(String account, long instant, Level to) {
    return DerivedId.of(account + '|' + instant + '|' + to);
  }
}
