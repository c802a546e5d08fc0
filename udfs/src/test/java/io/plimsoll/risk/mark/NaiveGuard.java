package io.plimsoll.risk.mark;

import io.plimsoll.risk.parameters.GuardRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The guard as the model's text tells it, from the whole history: every quote ever heard is kept,
 * and everything is derived from it and from what was said at each instant before. Slow on purpose.
 */
final class NaiveGuard {

  record Heard(String source, double price, double confidence, long time) {}

  /** What was found at an instant; {@code median} is NaN where the guard did not get that far. */
  record Finding(long instant, MarkStatus status, double median, double halfWidth, long newest) {}

  private final GuardRules rules;
  private final List<Heard> heard = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  NaiveGuard(GuardRules rules) {
    this.rules = rules;
  }

  void hear(Heard quote) {
    heard.add(quote);
  }

  Finding derive(long instant) {
    Finding finding = find(instant);
    findings.add(finding);
    return finding;
  }

  /** The last OK finding, or null. */
  Finding lastOk() {
    for (int i = findings.size() - 1; i >= 0; i--) {
      if (findings.get(i).status == MarkStatus.OK) {
        return findings.get(i);
      }
    }
    return null;
  }

  /** The next instant at which a quote expires or a claim would be confirmed. */
  long nextDue(long now) {
    long due = MarkPolicy.NOTHING_DUE;
    for (Heard quote : latest(now)) {
      due = Math.min(due, quote.time + rules.maxAgeMs() + 1);
    }
    Finding claim = claim();
    return claim == null ? due : Math.min(due, claim.instant + rules.jumpConfirmationMs());
  }

  private List<Heard> latest(long instant) {
    Map<String, Heard> latest = new TreeMap<>();
    heard.forEach(quote -> latest.put(quote.source, quote));
    return latest.values().stream().filter(q -> instant - q.time <= rules.maxAgeMs()).toList();
  }

  private Finding find(long instant) {
    if (rules.halted()) {
      return new Finding(instant, MarkStatus.HALTED, Double.NaN, 0, 0);
    }
    List<Heard> fresh = latest(instant);
    if (fresh.size() < rules.minSources()) {
      return new Finding(instant, MarkStatus.STALE, Double.NaN, 0, 0);
    }
    Finding disputed = new Finding(instant, MarkStatus.DISPUTED, Double.NaN, 0, 0);
    if (fresh.size() == 2) {
      double a = fresh.get(0).price;
      double b = fresh.get(1).price;
      if (Math.abs(a - b) / Math.min(a, b) > rules.maxDeviation()) {
        return disputed;
      }
    }
    double first = median(fresh.stream().mapToDouble(Heard::price).sorted().toArray());
    List<Heard> left =
        fresh.size() < 3
            ? fresh
            : fresh.stream()
                .filter(q -> Math.abs(q.price / first - 1) <= rules.maxDeviation())
                .toList();
    if (left.size() < rules.minSources()) {
      return disputed;
    }
    double median = median(left.stream().mapToDouble(Heard::price).sorted().toArray());
    double c =
        median(left.stream().mapToDouble(Heard::confidence).sorted().toArray())
            * rules.confidenceMultiplier();
    if (c / median > rules.maxConfidence()) {
      return disputed;
    }
    long newest = left.stream().mapToLong(Heard::time).max().orElseThrow();
    MarkStatus status = isBelieved(instant, median) ? MarkStatus.OK : MarkStatus.DISPUTED;
    return new Finding(instant, status, median, c, newest);
  }

  private static double median(double[] sorted) {
    int n = sorted.length;
    return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
  }

  private boolean isBelieved(long instant, double median) {
    Finding mark = lastOk();
    if (mark == null || instant - mark.newest > rules.maxAgeMs() || isNear(median, mark.median)) {
      return true;
    }
    Finding claim = claim();
    boolean kept = claim != null && isNear(median, claim.median);
    long since = kept ? claim.instant : instant;
    return instant >= since + rules.jumpConfirmationMs();
  }

  private boolean isNear(double median, double other) {
    return Math.abs(median / other - 1) <= rules.maxJump();
  }

  /** Of the medians not believed since the last other finding, the last that began a claim. */
  private Finding claim() {
    Finding claim = null;
    for (Finding finding : findings) {
      boolean jumped = finding.status == MarkStatus.DISPUTED && !Double.isNaN(finding.median);
      if (!jumped) {
        claim = null;
      } else if (claim == null || !isNear(finding.median, claim.median)) {
        claim = finding;
      }
    }
    return claim;
  }
}
