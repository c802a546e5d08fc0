package io.plimsoll.benchmarks.judge;

import io.plimsoll.benchmarks.market.Account;
import io.plimsoll.benchmarks.trigger.Trigger;
import io.plimsoll.jobs.loadfactor.AssetState;
import io.plimsoll.risk.account.Settings;
import io.plimsoll.risk.health.Assessment;
import io.plimsoll.risk.health.AssetTable;
import io.plimsoll.risk.health.Factor;
import io.plimsoll.risk.health.Portfolio;
import io.plimsoll.risk.level.Judgement;
import io.plimsoll.risk.level.JudgementPolicy;
import io.plimsoll.risk.level.Level;
import io.plimsoll.risk.level.LevelPolicy;
import io.plimsoll.risk.level.Standing;
import io.plimsoll.risk.parameters.RiskParameters;
import io.plimsoll.risk.terms.TermsPolicy;
import java.util.function.LongConsumer;

/**
 * Judges accounts against the latest prices. Mutable scratch; one thread.
 *
 * <p>A trigger is all that comes of it: figures, liquidation prices and terms of an event, which
 * the margin watch works out, are spared to whoever judges by this.
 */
public final class AccountJudge {

  private final RiskParameters parameters;
  private final AssetTable assets;
  private final Assessment assessment;
  private final TermsPolicy terms;
  private final JudgementPolicy policy;
  private final LongConsumer triggers;
  private long judgements;

  public AccountJudge(RiskParameters parameters, LongConsumer triggers) {
    this.parameters = parameters;
    this.triggers = triggers;
    this.assets = new AssetTable(parameters.assets().values());
    this.assessment = new Assessment(assets);
    this.terms = new TermsPolicy(assets, parameters.levels());
    this.policy = new JudgementPolicy(new LevelPolicy(parameters.levels()), terms::exist);
  }

  /** Takes a price. */
  public void apply(AssetState state) {
    assets.update(
        assets.id(state.asset()),
        state.status(),
        state.mid(),
        state.low(),
        state.high(),
        state.exchangeRate(),
        state.borrowIndex(),
        state.loadFactor());
  }

  /** What of an account is judged. */
  public Portfolio portfolio(Account account) {
    return Portfolio.of(account.holdings(), Settings.DEFAULTS, assets, parameters);
  }

  /** The account's standing afterwards; the same object if nothing of it changed. */
  public Standing judge(Portfolio portfolio, int account, Standing before, long tick) {
    judgements++;
    assessment.assess(portfolio, Factor.ONE);
    if (policy.leavesAsItWas(before, assessment)) {
      return before;
    }
    Judgement judgement = policy.judge(before, assessment);
    Standing after = judgement.standing();
    if (judgement.event()) {
      triggers.accept(Trigger.of(tick, account, judgement.from(), judgement.to()));
      boolean deep = judgement.to().isAtLeast(Level.LIQUIDATABLE);
      after = after.withTerms(deep && terms.exist(assessment));
    }
    return after.equals(before) ? before : after;
  }

  /** How often it has judged. */
  public long judgements() {
    return judgements;
  }
}
