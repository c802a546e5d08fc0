package io.plimsoll.twin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One change of level, or its confirmation, in the fields of §12. */
record MarginEvent(String account, long instant, Level from, Level to) {
  String id() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((account + "|" + instant + "|" + to).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(hash, 16));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  Map<String, Object> fields(
      Assessment assessment, List<String> doubts, Map<String, Object> terms, Coverage coverage) {
    Portfolio portfolio = assessment.portfolio();
    OwnTerms sum = assessment.atMid();
    Rational collateralValue = portfolio.value(Kind.COLLATERAL);
    Rational debtValue = portfolio.value(Kind.DEBT);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", id());
    fields.put("account", account);
    fields.put("instant", instant);
    fields.put("from", from.name());
    fields.put("to", to.name());
    if (assessment.global().onPaper()) {
      fields.put("execution", "PAPER");
    }
    fields.put("doubts", doubts);
    fields.put("healthFactor", quotient(sum.assets(), sum.liabilities()));
    fields.put("assets", sum.assets().toDouble());
    fields.put("liabilities", sum.liabilities().toDouble());
    fields.put("collateralValue", collateralValue.toDouble());
    fields.put("debtValue", debtValue.toDouble());
    fields.put("equity", assessment.equity().toDouble());
    fields.put("ltv", quotient(debtValue, collateralValue));
    fields.put("liquidationPrices", liquidationPrices(portfolio, sum, coverage));
    fields.put("marks", marks(portfolio));
    if (terms != null) {
      fields.put("terms", terms);
    }
    coverage.hit(sum.liabilities().signum() == 0, "event with L = 0");
    coverage.hit(sum.assets().signum() < 0, "event with A below 0");
    return fields;
  }

  private static Double quotient(Rational dividend, Rational divisor) {
    return divisor.signum() == 0 ? null : dividend.over(divisor).toDouble();
  }

  /** For every asset the mid at which A = L, all else unchanged. */
  private static Map<String, Object> liquidationPrices(
      Portfolio portfolio, OwnTerms sum, Coverage coverage) {
    Map<String, Object> prices = new LinkedHashMap<>();
    for (Map.Entry<String, List<Holding>> entry : portfolio.marked().entrySet()) {
      Rational own = portfolio.ownTerms(entry.getKey(), Prices.MID).margin(Rational.ONE);
      if (own.signum() == 0) {
        coverage.hit("liquidation price: asset without terms");
        continue;
      }
      Rational rest = sum.margin(Rational.ONE).minus(own);
      Rational price = entry.getValue().get(0).asset().mid().times(rest.negate()).over(own);
      coverage.hit("liquidation price: " + (price.signum() > 0 ? "given" : "not positive"));
      if (price.signum() > 0) {
        prices.put(entry.getKey(), price.toDouble());
      }
    }
    return prices;
  }

  private static Map<String, Object> marks(Portfolio portfolio) {
    Map<String, Object> marks = new LinkedHashMap<>();
    portfolio.marked().forEach((name, own) -> marks.put(name, own.get(0).asset().mark().mid()));
    return marks;
  }
}
