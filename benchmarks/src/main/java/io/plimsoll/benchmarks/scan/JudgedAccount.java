package io.plimsoll.benchmarks.scan;

import io.plimsoll.benchmarks.market.Account;
import io.plimsoll.risk.level.Standing;

/**
 * What is kept of an account.
 *
 * @param account its holdings
 * @param standing since the last judgement
 */
public record JudgedAccount(Account account, Standing standing) {

  public JudgedAccount withStanding(Standing changed) {
    return new JudgedAccount(account, changed);
  }
}
