package io.plimsoll.twin;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What an account holds and how it wants to be judged. */
final class AccountState {
  private final String name;
  private final Map<String, AssetState> assets;
  private final Map<HoldingKey, InputRow.Position> holdings = new TreeMap<>();
  private final Map<HoldingKey, Taken> taken = new HashMap<>();
  private final Map<String, Long> firstHeld = new HashMap<>();
  private final Set<String> liquidatedVenues = new HashSet<>();

  /** As told before the rows of the instant. */
  private final Map<HoldingKey, InputRow.Position> toldBefore = new TreeMap<>();

  private final Set<String> changedVenues = new HashSet<>();
  private InputRow.Settings settings = InputRow.Settings.DEFAULT;

  AccountState(String name, Map<String, AssetState> assets) {
    this.name = name;
    this.assets = assets;
  }

  String name() {
    return name;
  }

  InputRow.Settings settings() {
    return settings;
  }

  void apply(InputRow.Settings row) {
    settings = row;
  }

  /** Forgets which holdings changed, but for those that paper took at the instant before. */
  void beginInstant() {
    changedVenues.clear();
    changedVenues.addAll(liquidatedVenues);
    liquidatedVenues.clear();
    toldBefore.clear();
    toldBefore.putAll(holdings);
  }

  void apply(InputRow.Position row, long now) {
    HoldingKey key = row.key();
    holdings.put(key, row); // also of nothing: paper may hold what the history has lost
    if (row.amount().signum() > 0) {
      firstHeld.putIfAbsent(key.asset(), now);
    }
  }

  /** All rows of the instant are there: what they mean beside what paper has taken. */
  void endRows() {
    Set<HoldingKey> keys = new TreeSet<>(toldBefore.keySet());
    keys.addAll(holdings.keySet());
    Map<HoldingKey, BigDecimal> heldBefore = new HashMap<>();
    for (HoldingKey key : keys) {
      heldBefore.put(key, told(toldBefore, key).subtract(taken(key).amount()));
    }
    if (settings.mode() == Mode.ISOLATED) {
      Set<String> all = new TreeSet<>();
      keys.forEach(key -> all.add(key.venue()));
      all.forEach(venue -> coverLiquidation(keys, venue));
    } else {
      coverLiquidation(keys, null);
    }
    for (HoldingKey key : keys) {
      BigDecimal now = told(holdings, key);
      taken.put(
          key,
          key.kind().isPerpetual()
              ? taken(key).after(told(toldBefore, key), now)
              : taken(key).less(BigDecimal.ZERO, now));
      boolean entry =
          key.kind().isPerpetual()
              && held(key).signum() > 0
              && told(toldBefore, key).signum() > 0
              && toldBefore.get(key).entryPrice().compareTo(holdings.get(key).entryPrice()) != 0;
      if (heldBefore.get(key).compareTo(held(key)) != 0 || entry) {
        changedVenues.add(key.venue());
      }
    }
  }

  /** The history repays what paper has repaid: the same share of what it seizes is not seized. */
  private void coverLiquidation(Set<HoldingKey> keys, String venue) {
    List<HoldingKey> spot =
        keys.stream()
            .filter(key -> !key.kind().isPerpetual())
            .filter(key -> venue == null || venue.equals(key.venue()))
            .toList();
    boolean falls = spot.stream().anyMatch(key -> fall(key).signum() > 0);
    if (falls && spot.stream().allMatch(key -> told(holdings, key).signum() == 0)) {
      spot.forEach(taken::remove);
      return;
    }
    List<HoldingKey> debts = new ArrayList<>();
    List<HoldingKey> collaterals = new ArrayList<>();
    for (HoldingKey key : keys) {
      if (fall(key).signum() > 0 && (venue == null || venue.equals(key.venue()))) {
        switch (key.kind()) {
          case DEBT -> {
            if (taken(key).amount().signum() > 0) {
              debts.add(key);
            }
          }
          case COLLATERAL -> collaterals.add(key);
          default -> {}
        }
      }
    }
    if (debts.isEmpty() || collaterals.isEmpty()) {
      return;
    }
    Rational share =
        debts.stream()
            .map(key -> Rational.of(coveredOf(key)).over(Rational.of(fall(key))))
            .min(Rational::compareTo)
            .orElseThrow();
    for (HoldingKey key : collaterals) {
      BigDecimal covered = Rational.of(fall(key)).times(share).roundedDown(18);
      taken.put(key, taken(key).less(covered, told(holdings, key)));
    }
    for (HoldingKey key : debts) {
      taken.put(key, taken(key).less(coveredOf(key), told(holdings, key)));
    }
  }

  private BigDecimal coveredOf(HoldingKey debt) {
    return taken(debt).amount().min(fall(debt));
  }

  private BigDecimal fall(HoldingKey key) {
    return told(toldBefore, key).subtract(told(holdings, key));
  }

  private static BigDecimal told(Map<HoldingKey, InputRow.Position> rows, HoldingKey key) {
    InputRow.Position row = rows.get(key);
    return row == null ? BigDecimal.ZERO : row.amount();
  }

  private Taken taken(HoldingKey key) {
    return taken.getOrDefault(key, Taken.NOTHING);
  }

  private BigDecimal held(HoldingKey key) {
    return told(holdings, key).subtract(taken(key).amount());
  }

  /**
   * Carries out terms on paper.
   *
   * @param of the venue that was judged or, for {@code null}, all
   * @return whether there was anything to do
   */
  boolean carryOut(Map<String, Object> terms, String of) {
    boolean done = false;
    if (List.of("repayAmount", "seizeAmount", "closeAmount").stream()
        .anyMatch(amount -> terms.getOrDefault(amount, "1").equals("0"))) {
      return false;
    }
    if (terms.containsKey("closeKind")) {
      AssetState asset = assets.get(terms.get("closeAsset").toString());
      Kind kind = Kind.valueOf(terms.get("closeKind").toString());
      Rational fee = asset.parameters().closingFee();
      Rational kept = kind == Kind.LONG ? Rational.ONE.minus(fee) : Rational.ONE.plus(fee);
      done = take(terms, "close", kind, asset.mid().times(kept), of);
    } else {
      done = take(terms, "repay", Kind.DEBT, Rational.ZERO, of);
      done |= take(terms, "seize", Kind.COLLATERAL, Rational.ZERO, of);
    }
    return done;
  }

  private boolean take(
      Map<String, Object> terms, String what, Kind kind, Rational price, String of) {
    BigDecimal left = new BigDecimal(terms.get(what + "Amount").toString());
    boolean done = false;
    Set<String> venues = new TreeSet<>(CodePoints.ORDER);
    venues.addAll(venues());
    for (String venue : venues) {
      for (HoldingKey key : List.copyOf(holdings.keySet())) {
        boolean meant =
            key.venue().equals(venue)
                && key.kind() == kind
                && key.asset().equals(terms.get(what + "Asset"))
                && venue.equals(terms.getOrDefault(what + "Venue", venue))
                && (of == null || of.equals(venue));
        BigDecimal here = left.min(held(key));
        if (meant && here.signum() > 0) {
          taken.put(key, taken(key).more(here, price));
          left = left.subtract(here);
          liquidatedVenues.add(venue);
          done = true;
        }
      }
    }
    return done;
  }

  /** What perpetuals closed on paper have left, at the venue or, for {@code null}, anywhere. */
  Rational cash(String venue) {
    Rational cash = Rational.ZERO;
    for (InputRow.Position row : holdings.values()) {
      HoldingKey key = row.key();
      Taken own = taken(key);
      boolean counts = venue == null || venue.equals(key.venue());
      if (counts && key.kind().isPerpetual() && own.amount().signum() > 0) {
        Rational entry = Rational.of(own.amount()).times(Rational.of(row.entryPrice()));
        Rational gain = Rational.of(own.value()).minus(entry);
        cash = cash.plus(key.kind() == Kind.LONG ? gain : gain.negate());
      }
    }
    return cash;
  }

  /** Whether a holding changed at this instant, at the venue or, for {@code null}, anywhere. */
  boolean isChanged(String venue) {
    return venue == null ? !changedVenues.isEmpty() : changedVenues.contains(venue);
  }

  Set<String> venues() {
    Set<String> venues = new TreeSet<>(CodePoints.ORDER);
    holdings.keySet().forEach(key -> venues.add(key.venue()));
    return venues;
  }

  /** The holdings at the venue or, for {@code null}, all of them; by asset, venue and kind. */
  List<Holding> holdings(String venue) {
    List<Holding> held = new ArrayList<>();
    for (InputRow.Position row : holdings.values()) {
      boolean counts = venue == null || Objects.equals(venue, row.key().venue());
      if (counts && held(row.key()).signum() > 0) {
        held.add(
            new Holding(
                row.key(),
                assets.get(row.key().asset()),
                Rational.of(held(row.key())),
                row.entryPrice() == null ? null : Rational.of(row.entryPrice())));
      }
    }
    return held;
  }

  /** The last instant at which the account still waits for the asset's first mark. */
  long waitsUntil(AssetState asset) {
    return firstHeld.get(asset.name()) + asset.parameters().maxAge();
  }
}
