package io.plimsoll.risk.parameters;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Map;

/**
 * A set of assets that move together, with thresholds of their own (e-mode, risk model §5).
 *
 * @param name of the category
 * @param marginCall c of an account in the category, or {@link #GLOBAL_MARGIN_CALL}
 * @param assets the assets listed, with their terms
 */
public record Category(String name, BigDecimal marginCall, Map<String, Terms> assets)
    implements Serializable {

  /** The category names no margin call: the global one holds. */
  public static final BigDecimal GLOBAL_MARGIN_CALL = BigDecimal.ZERO;

  /**
   * Terms of an asset inside the category.
   *
   * @param liquidationThreshold LT, without a load factor
   * @param bonus β
   */
  public record Terms(BigDecimal liquidationThreshold, BigDecimal bonus) implements Serializable {
    public Terms {
      Check.fraction(liquidationThreshold, "liquidationThreshold");
      Check.atLeast(BigDecimal.ZERO, bonus, "bonus");
      MarginRules.seizable(liquidationThreshold, bonus);
    }
  }

  public Category {
    if (marginCall.signum() != 0) {
      Check.atLeast(BigDecimal.ONE, marginCall, "marginCall");
    }
    assets = Map.copyOf(assets);
  }

  /** Whether an account whose debts are all in listed assets may be in this category. */
  public boolean lists(String asset) {
    return assets.containsKey(asset);
  }

  /** Whether the category has a margin call of its own. */
  public boolean hasMarginCall() {
    return marginCall.signum() != 0;
  }
}
