package io.plimsoll.jobs.watch;

import io.plimsoll.risk.account.Kind;
import io.plimsoll.risk.health.AssetTable;
import io.plimsoll.risk.level.Level;
import io.plimsoll.risk.level.Standing;
import io.plimsoll.risk.terms.LiquidationTerms;
import io.plimsoll.risk.terms.PerpetualTerms;
import io.plimsoll.risk.terms.SpotTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Carries out on paper what events offer (risk model §7), if the parameters ask for it: at once, at
 * the terms' figures. The account is judged with what is left a millisecond later, so that no name
 * has two events in one instant.
 *
 * <p>Who is to be judged again is not kept in state: a standing that {@linkplain Standing#changed
 * changed} says so. Mutable; bounded by the accounts liquidated at one instant.
 */
final class PaperExecution {

  private record Offer(String unit, List<PaperTrade> trades) {}

  private final boolean wanted;
  private final AssetTable assets;
  private final List<Offer> offers = new ArrayList<>();
  private final DueAccounts judgements = new DueAccounts();

  /**
   * An execution.
   *
   * @param wanted whether anything is carried out at all
   */
  PaperExecution(boolean wanted, AssetTable assets) {
    this.wanted = wanted;
    this.assets = assets;
  }

  /** An event of a unit offers this. */
  void offered(String unit, LiquidationTerms terms) {
    if (wanted && terms.exist()) {
      offers.add(new Offer(unit, trades(terms)));
    }
  }

  private List<PaperTrade> trades(LiquidationTerms terms) {
    if (terms instanceof SpotTerms spot) {
      return List.of(
          PaperTrade.spot(spot.repayVenue(), spot.repayAsset(), Kind.DEBT, spot.repayAmount()),
          PaperTrade.spot(
              spot.seizeVenue(), spot.seizeAsset(), Kind.COLLATERAL, spot.seizeAmount()));
    }
    if (terms instanceof PerpetualTerms perpetual) {
      int asset = assets.id(perpetual.closeAsset());
      return List.of(
          PaperTrade.close(
              perpetual.closeVenue(),
              perpetual.closeAsset(),
              perpetual.closeKind(),
              perpetual.closeAmount(),
              assets.mid(asset),
              assets.parameters(asset).margin().closingFee()));
    }
    return List.of();
  }

  /** Whether the last judgement offered anything that is to be carried out. */
  boolean hasOffers() {
    return !offers.isEmpty();
  }

  /**
   * Carries out what the last judgement offered.
   *
   * @return the account afterwards; as it was if less than an amount's last digit was offered
   */
  AccountState carryOut(String account, AccountState judged, long instant) {
    AccountState after = judged;
    for (Offer offer : offers) {
      AccountState traded = after.carriedOut(offer.unit(), offer.trades());
      if (!traded.equals(after)) {
        after = traded.withStanding(offer.unit(), after.standing(offer.unit()).withChange());
      }
    }
    offers.clear();
    if (!after.equals(judged)) {
      judgements.add(instant + 1, account);
    }
    return after;
  }

  /** Takes up an account that was there before a restart. */
  void resume(String account, AccountState state, long over) {
    if (wanted && state.standings().values().stream().anyMatch(PaperExecution::isOpen)) {
      judgements.add(over + 1, account);
    }
  }

  private static boolean isOpen(Standing standing) {
    return standing.changed() && standing.level().isAtLeast(Level.LIQUIDATABLE);
  }

  /** When the next account is to be judged with what is left, or {@link Long#MAX_VALUE}. */
  long nextDue() {
    return judgements.next();
  }

  /** Takes those that are to be judged by an instant. */
  void takeDue(long instant, Consumer<String> account) {
    judgements.takeUpTo(instant, account);
  }
}
