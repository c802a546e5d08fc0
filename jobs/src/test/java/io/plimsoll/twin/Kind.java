package io.plimsoll.twin;

/** What a holding is; declared in code-point order, by which ties are decided. */
enum Kind {
  COLLATERAL,
  DEBT,
  LONG,
  SHORT;

  boolean isPerpetual() {
    return this == LONG || this == SHORT;
  }
}
