package io.plimsoll.jobs.alert;

import io.plimsoll.risk.level.Level;

/**
 * What an alert tells of a margin event: an account stands at a level since an instant.
 *
 * @param id of the margin event: the same id is the same event
 * @param account its name, or {@code account/venue} for a judgement of an ISOLATED account
 * @param instant judged, epoch milliseconds
 * @param level of the account from then on
 * @param healthFactor at the instant; infinite without liabilities
 * @param debtUsd value of the debt, USD at mid
 * @param equityUsd what would be left if all were sold and repaid, USD at mid
 */
public record Crossing(
    String id,
    String account,
    long instant,
    Level level,
    double healthFactor,
    double debtUsd,
    double equityUsd) {}
