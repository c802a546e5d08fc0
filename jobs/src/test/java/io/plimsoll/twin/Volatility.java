package io.plimsoll.twin;

import io.plimsoll.twin.GlobalParameters.Estimator;
import java.util.ArrayList;
import java.util.List;

/** The volatility of one asset (§3), which keeps every return it ever saw. */
final class Volatility {
  private static final double YEAR = 365 * 86_400_000.0;

  private record Return(long close, double squared) {}

  private final GlobalParameters global;
  private final Coverage coverage;
  private final List<Return> returns = new ArrayList<>();
  private Long firstClose;
  private long lastClose;
  private double lastPrice;
  private double variance;
  private double sigma;

  Volatility(GlobalParameters global, double reference, Coverage coverage) {
    this.global = global;
    this.coverage = coverage;
    this.sigma = reference;
    this.variance = reference * reference * global.barInterval() / YEAR;
  }

  double sigma() {
    return sigma;
  }

  /** Closes a bar on an {@code OK} mark; others are skipped by not being told. */
  void close(long now, double price) {
    if (firstClose != null) {
      addReturn(now, price);
    } else {
      firstClose = now;
    }
    lastClose = now;
    lastPrice = price;
  }

  private void addReturn(long now, double price) {
    double bar = global.barInterval();
    double n = (now - lastClose) / global.barInterval();
    double r = StrictMath.log(price / lastPrice);
    double lambda = StrictMath.pow(2, -bar / global.halfLife());
    double decay = StrictMath.pow(lambda, n);
    variance = decay * variance + (1 - decay) * (r * r) / n;
    returns.add(new Return(now, r * r));
    coverage.hit(n > 1, "return over several bars");
    Estimator estimator = global.estimator();
    double ewma = Math.sqrt(variance * YEAR / bar);
    double realised = realised(now);
    coverage.hit("volatility " + estimator);
    sigma =
        switch (estimator) {
          case EWMA -> ewma;
          case REALISED -> realised;
          case MAX -> Math.max(ewma, realised);
        };
  }

  private double realised(long now) {
    double sum = 0;
    for (Return one : returns) {
      if (one.close() > now - global.window()) {
        sum += one.squared();
      }
    }
    boolean full = now - firstClose >= global.window();
    coverage.hit(full ? "realised over the full window" : "realised before a full window");
    double window = full ? global.window() : now - firstClose;
    return Math.sqrt(sum * YEAR / window);
  }
}
