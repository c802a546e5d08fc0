package io.plimsoll.twin;

/** What one asset adds to A and to L, without entry constants and cash. */
record OwnTerms(Rational assets, Rational liabilities) {
  static final OwnTerms NONE = new OwnTerms(Rational.ZERO, Rational.ZERO);

  OwnTerms addAssets(Rational value) {
    return new OwnTerms(assets.plus(value), liabilities);
  }

  OwnTerms addLiabilities(Rational value) {
    return new OwnTerms(assets, liabilities.plus(value));
  }

  OwnTerms plus(OwnTerms other) {
    return new OwnTerms(assets.plus(other.assets), liabilities.plus(other.liabilities));
  }

  /** A − f·L. */
  Rational margin(Rational f) {
    return assets.minus(f.times(liabilities));
  }

  /** Whether A &lt; f·L; decided by multiplication, so that it holds for L = 0 as well. */
  boolean isBelow(Rational f) {
    return margin(f).signum() < 0;
  }
}
