package io.plimsoll.twin;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** What an asset is worth and whether to believe it (§2), derived from the quotes as they stand. */
final class Mark {
  /** Whether a mark is to be believed. */
  enum Status {
    OK,
    STALE,
    DISPUTED,
    HALTED
  }

  /** A jump that waits to be believed. */
  private record Claim(double median, long instant) {}

  private final AssetParameters parameters;
  private final Coverage coverage;
  private final Map<String, InputRow.Quote> latest = new TreeMap<>();

  private Status status = Status.STALE;
  private boolean marked;
  private double mid;
  private double low;
  private double high;

  /** The newest surviving quote of the last {@code OK} derivation. */
  private long newestBelieved;

  private Claim claim;

  Mark(AssetParameters parameters, Coverage coverage) {
    this.parameters = parameters;
    this.coverage = coverage;
    if (parameters.halted()) {
      status = Status.HALTED;
    }
  }

  Status status() {
    return status;
  }

  boolean isOk() {
    return status == Status.OK;
  }

  /** From the first {@code OK} derivation on. */
  boolean isMarked() {
    return marked;
  }

  double mid() {
    return mid;
  }

  double low() {
    return low;
  }

  double high() {
    return high;
  }

  void quote(InputRow.Quote quote) {
    latest.put(quote.source(), quote);
  }

  /** The instant at which this quote no longer counts. */
  long expiry(InputRow.Quote quote) {
    return quote.origin().timestamp() + parameters.maxAge() + 1;
  }

  /** Whether a latest quote expires or a claim falls due now. */
  boolean isDue(long now) {
    return now == confirmation() || latest.values().stream().anyMatch(q -> expiry(q) == now);
  }

  /** The instant at which the claim is believed, or -1 without one. */
  long confirmation() {
    return claim == null ? -1 : claim.instant() + parameters.jumpConfirmation();
  }

  void derive(long now) {
    if (parameters.halted()) {
      return;
    }
    List<InputRow.Quote> fresh =
        latest.values().stream()
            .filter(q -> now - q.origin().timestamp() <= parameters.maxAge())
            .toList();
    if (fresh.size() < parameters.minSources()) {
      disbelieve(Status.STALE, fresh.isEmpty() ? "no fresh source" : "too few fresh sources");
      return;
    }
    double median = median(fresh, InputRow.Quote::price);
    List<InputRow.Quote> surviving = fresh;
    if (fresh.size() >= 3) {
      double all = median;
      surviving =
          fresh.stream()
              .filter(q -> !(Math.abs(q.price() / all - 1) > parameters.maxDeviation()))
              .toList();
      coverage.hit(surviving.size() < fresh.size(), "mark: outlier dropped");
      if (surviving.size() < parameters.minSources()) {
        disbelieve(Status.DISPUTED, "too few survivors");
        return;
      }
      median = median(surviving, InputRow.Quote::price);
    } else if (fresh.size() == 2) {
      double a = fresh.get(0).price();
      double b = fresh.get(1).price();
      if (Math.abs(a - b) / Math.min(a, b) > parameters.maxDeviation()) {
        disbelieve(Status.DISPUTED, "two sources differ");
        return;
      }
    }
    double confidence =
        median(surviving, InputRow.Quote::confidence) * parameters.confidenceMultiplier();
    if (confidence / median > parameters.maxConfidence()) {
      disbelieve(Status.DISPUTED, "confidence too wide");
      return;
    }
    if (isUnconfirmedJump(median, now)) {
      status = Status.DISPUTED;
      return;
    }
    claim = null;
    status = Status.OK;
    marked = true;
    mid = median;
    low = mid - confidence;
    high = mid + confidence;
    newestBelieved = surviving.stream().mapToLong(q -> q.origin().timestamp()).max().orElseThrow();
    coverage.hit("mark: OK with " + Math.min(3, surviving.size()) + " sources");
    coverage.hit(confidence > 0, "mark: OK with confidence");
  }

  private boolean isUnconfirmedJump(double median, long now) {
    if (parameters.maxJump() == null || !marked) {
      return false;
    }
    boolean jump = Math.abs(median / mid - 1) > parameters.maxJump();
    if (now - newestBelieved > parameters.maxAge()) {
      coverage.hit(jump, "jump: unguarded, the last believed quote is too old");
      return false;
    }
    if (!jump) {
      coverage.hit(claim != null, "jump: claim ended by return");
      return false;
    }
    if (claim == null || Math.abs(median / claim.median() - 1) > parameters.maxJump()) {
      coverage.hit(claim == null ? "jump: claimed" : "jump: claimed anew");
      claim = new Claim(median, now);
    }
    boolean confirmed = now >= confirmation();
    coverage.hit(confirmed, "jump: confirmed");
    return !confirmed;
  }

  private void disbelieve(Status reason, String why) {
    coverage.hit(claim != null, "jump: claim ended by " + reason);
    coverage.hit("mark: " + reason + ", " + why);
    claim = null;
    status = reason;
  }

  private static double median(
      List<InputRow.Quote> quotes, ToDoubleFunction<InputRow.Quote> number) {
    double[] sorted = quotes.stream().mapToDouble(number).sorted().toArray();
    int n = sorted.length;
    return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
  }

  @Override
  public String toString() {
    return status + Arrays.toString(new double[] {low, mid, high});
  }
}
