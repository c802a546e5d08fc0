package io.plimsoll.risk;

import io.plimsoll.risk.account.Holding;
import io.plimsoll.risk.account.Kind;
import io.plimsoll.risk.account.Mode;
import io.plimsoll.risk.account.Settings;
import io.plimsoll.risk.health.Assessment;
import io.plimsoll.risk.health.ExactSums;
import io.plimsoll.risk.health.Factor;
import io.plimsoll.risk.health.Portfolio;
import io.plimsoll.risk.level.Level;
import io.plimsoll.risk.level.LevelPolicy;
import io.plimsoll.risk.terms.Figures;
import io.plimsoll.risk.terms.LiquidationTerms;
import io.plimsoll.risk.terms.PerpetualTerms;
import io.plimsoll.risk.terms.SpotTerms;
import io.plimsoll.risk.terms.TermsPolicy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * An account as a scenario writes it: {@code market.account().collateral("ETH",
 * "10").at("aave").debt("USDC", "15000")}. Judged anew with each question, against the market as it
 * then is.
 */
public final class Account {

  private final Market market;
  private final List<Holding> holdings = new ArrayList<>();
  private Mode mode = Mode.GROSS;
  private String category = Settings.NO_CATEGORY;
  private BigDecimal marginCall = Settings.NO_MARGIN_CALL;
  private Factor line = Factor.ONE;
  private BigDecimal cashUsd = BigDecimal.ZERO;

  Account(Market market) {
    this.market = market;
  }

  public Account collateral(String asset, String amount) {
    return holds(Kind.COLLATERAL, asset, amount, "0");
  }

  public Account debt(String asset, String amount) {
    return holds(Kind.DEBT, asset, amount, "0");
  }

  public Account longOf(String asset, String amount, String entryPrice) {
    return holds(Kind.LONG, asset, amount, entryPrice);
  }

  public Account shortOf(String asset, String amount, String entryPrice) {
    return holds(Kind.SHORT, asset, amount, entryPrice);
  }

  private Account holds(Kind kind, String asset, String amount, String entryPrice) {
    String venue = market.parameters().asset(asset).venue();
    return holds(
        new Holding(venue, asset, kind, new BigDecimal(amount), new BigDecimal(entryPrice)));
  }

  public Account holds(Holding holding) {
    holdings.add(holding);
    return this;
  }

  /** Moves the holding named last to a venue. */
  public Account at(String venue) {
    Holding last = holdings.remove(holdings.size() - 1);
    return holds(
        new Holding(venue, last.asset(), last.kind(), last.amount(), last.entryPriceUsd()));
  }

  public Account netted() {
    mode = Mode.NETTED;
    return this;
  }

  public Account category(String name) {
    category = name;
    return this;
  }

  public Account marginCall(String c) {
    marginCall = new BigDecimal(c);
    return this;
  }

  /** A venue it owes at is down: it is liquidatable below f. */
  public Account inGrace(String f) {
    line = Factor.of(new BigDecimal(f));
    return this;
  }

  /** What perpetuals closed on paper have left. */
  public Account cash(BigDecimal usd) {
    cashUsd = usd;
    return this;
  }

  /** The same settings and cash with other holdings. */
  public Account with(List<Holding> others) {
    Account copy = new Account(market);
    copy.mode = mode;
    copy.category = category;
    copy.marginCall = marginCall;
    copy.line = line;
    copy.cashUsd = cashUsd;
    copy.holdings.addAll(others);
    return copy;
  }

  public List<Holding> holdings() {
    return List.copyOf(holdings);
  }

  public Settings settings() {
    return new Settings(mode, category, marginCall);
  }

  public Market market() {
    return market;
  }

  public Factor line() {
    return line;
  }

  public Portfolio portfolio() {
    return Portfolio.of(holdings, cashUsd, settings(), market.table(), market.parameters());
  }

  public Assessment assess() {
    Assessment assessment = new Assessment(market.table());
    assessment.assess(portfolio(), line);
    return assessment;
  }

  public ExactSums exact() {
    return assess().exact();
  }

  /** The same sums by another road. */
  public TableSums recomputed() {
    return new TableSums(market, holdings, cashUsd, settings(), Fraction.of(line.exact()));
  }

  public Figures figures() {
    Assessment assessment = assess();
    return Figures.of(assessment.portfolio(), assessment.exact(), market.table());
  }

  public double healthFactor() {
    return figures().healthFactor();
  }

  public boolean isLiquidatable() {
    return assess().isFavourablyBelowLine();
  }

  public Level levelFrom(Level current) {
    return new LevelPolicy(market.levels()).next(current, assess());
  }

  public LiquidationTerms terms() {
    return new TermsPolicy(market.table(), market.levels()).of(assess());
  }

  public boolean termsExist() {
    return new TermsPolicy(market.table(), market.levels()).exist(assess());
  }

  public SpotTerms seizure() {
    return (SpotTerms) terms();
  }

  public PerpetualTerms closing() {
    return (PerpetualTerms) terms();
  }
}
