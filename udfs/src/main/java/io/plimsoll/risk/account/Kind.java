package io.plimsoll.risk.account;

/** What a holding is (risk model §5). The order is the one ties are decided in. */
public enum Kind {
  COLLATERAL,
  DEBT,
  LONG,
  SHORT;

  /** A perpetual position, which has an entry price. */
  public boolean isPerpetual() {
    return this == LONG || this == SHORT;
  }

  /** Something that must be paid or closed: it makes the status of its venue matter. */
  public boolean owesOrIsOpen() {
    return this != COLLATERAL;
  }
}
