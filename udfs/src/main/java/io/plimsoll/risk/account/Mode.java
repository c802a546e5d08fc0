package io.plimsoll.risk.account;

/** How an account's holdings stand for each other (risk model §5). */
public enum Mode {
  /** Every holding for itself, summed. */
  GROSS,
  /** Cross-margin: per asset, what offsets what is netted over all venues. */
  NETTED,
  /** One judgement per venue. */
  ISOLATED
}
