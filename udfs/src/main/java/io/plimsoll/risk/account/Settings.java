package io.plimsoll.risk.account;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * An account's settings; a settings row replaces all of them.
 *
 * @param mode how holdings stand for each other
 * @param category e-mode category, or {@link #NO_CATEGORY}
 * @param marginCall the account's own c, or {@link #NO_MARGIN_CALL}
 */
public record Settings(Mode mode, String category, BigDecimal marginCall) implements Serializable {

  public static final String NO_CATEGORY = "";
  public static final BigDecimal NO_MARGIN_CALL = BigDecimal.ZERO;
  public static final Settings DEFAULTS = new Settings(Mode.GROSS, NO_CATEGORY, NO_MARGIN_CALL);

  public boolean hasCategory() {
    return !category.isEmpty();
  }

  public boolean hasMarginCall() {
    return marginCall.signum() != 0;
  }
}
