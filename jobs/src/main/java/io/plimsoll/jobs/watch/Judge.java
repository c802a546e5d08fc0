package io.plimsoll.jobs.watch;

import io.plimsoll.risk.account.CodePoints;
import io.plimsoll.risk.health.Assessment;
import io.plimsoll.risk.health.AssetTable;
import io.plimsoll.risk.health.Factor;
import io.plimsoll.risk.level.Judgement;
import io.plimsoll.risk.level.JudgementPolicy;
import io.plimsoll.risk.level.Level;
import io.plimsoll.risk.level.LevelPolicy;
import io.plimsoll.risk.level.Standing;
import io.plimsoll.risk.parameters.RiskParameters;
import io.plimsoll.risk.terms.Figures;
import io.plimsoll.risk.terms.LiquidationTerms;
import io.plimsoll.risk.terms.NoTerms;
import io.plimsoll.risk.terms.TermsPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Judges an account at an instant, once, and says what changed. Mutable scratch; one thread. */
final class Judge {

  private final AssetTable assets;
  private final Venues venues;
  private final Assessment assessment;
  private final JudgementPolicy policy;
  private final TermsPolicy terms;
  private final Factor graceLine;
  private final AccountFinder finder;
  private final PaperExecution paper;
  private final Consumer<MarginEvent> events;

  private long judgements;
  private long exactJudgements;

  /**
   * A judge who tells the finder what would change each standing next.
   *
   * @param paper is told what is offered
   * @param events takes what is issued
   */
  Judge(
      AssetTable assets,
      Venues venues,
      RiskParameters parameters,
      AccountFinder finder,
      PaperExecution paper,
      Consumer<MarginEvent> events) {
    this.assets = assets;
    this.venues = venues;
    this.finder = finder;
    this.paper = paper;
    this.events = events;
    this.assessment = new Assessment(assets);
    this.terms = new TermsPolicy(assets, parameters.levels());
    this.policy = new JudgementPolicy(new LevelPolicy(parameters.levels()), terms::exist);
    this.graceLine = Factor.of(parameters.levels().graceHealthFactor());
  }

  /** The account afterwards; the same object if nothing of it changed. */
  WatchedAccount judge(int id, WatchedAccount account, long instant) {
    finder.begin(id);
    AccountState state = account.state();
    boolean changed = false;
    Unit[] units = account.units();
    for (int i = 0; i < units.length; i++) {
      Unit unit = units[i];
      if (Waits.isWaiting(unit.portfolio(), state, instant, assets)) {
        finder.await(id, unit);
        continue;
      }
      Standing before = account.standing(i);
      Standing after = judge(unit, before, instant);
      finder.watch(id, unit, after, assessment);
      if (!after.equals(before)) {
        state = state.withStanding(unit.key(), after);
        changed = true;
      }
    }
    return changed ? account.withStandings(state) : account;
  }

  /** Tells the finder of an account that was judged before a restart. */
  void resume(int id, WatchedAccount account, long instant) {
    finder.begin(id);
    for (int i = 0; i < account.units().length; i++) {
      Unit unit = account.units()[i];
      if (Waits.isWaiting(unit.portfolio(), account.state(), instant, assets)) {
        finder.await(id, unit);
      } else {
        assessment.assess(unit.portfolio(), line(unit));
        finder.watch(id, unit, account.standing(i), assessment);
      }
    }
  }

  /** Units judged so far. */
  long judgements() {
    return judgements;
  }

  /** Of those, how many needed exact arithmetic, for a decision or for the figures of an event. */
  long exactJudgements() {
    return exactJudgements;
  }

  private Standing judge(Unit unit, Standing before, long instant) {
    assessment.assess(unit.portfolio(), line(unit));
    judgements++;
    Standing after = before;
    if (!policy.leavesAsItWas(before, assessment)) {
      Judgement judgement = policy.judge(before, assessment);
      after = judgement.standing();
      if (judgement.event()) {
        after = issue(unit, judgement, instant);
      }
    }
    if (assessment.wentExact()) {
      exactJudgements++;
    }
    return after;
  }

  private Factor line(Unit unit) {
    if (!venues.noneIsDisturbed()) {
      for (String venue : unit.liableAt()) {
        if (venues.isDisturbed(venue)) {
          return graceLine;
        }
      }
    }
    return Factor.ONE;
  }

  private Standing issue(Unit unit, Judgement judgement, long instant) {
    LiquidationTerms offered =
        judgement.to().isAtLeast(Level.LIQUIDATABLE) ? terms.of(assessment) : NoTerms.NONE;
    events.accept(
        new MarginEvent(
            MarginEvent.id(unit.name(), instant, judgement.to()),
            unit.name(),
            instant,
            judgement.from(),
            judgement.to(),
            doubts(unit),
            Figures.of(unit.portfolio(), assessment.exact(), assets),
            offered));
    paper.offered(unit.key(), offered);
    return judgement.standing().withTerms(offered.exist());
  }

  private List<String> doubts(Unit unit) {
    TreeSet<String> doubts = new TreeSet<>(CodePoints::compare);
    for (int i = 0; i < unit.portfolio().size(); i++) {
      int asset = unit.portfolio().asset(i);
      if (!assets.isMarked(asset) || !assets.isOk(asset)) {
        doubts.add(assets.name(asset));
      }
    }
    for (String venue : unit.liableAt()) {
      if (venues.isDisturbed(venue)) {
        doubts.add("venue " + venue);
      }
    }
    return new ArrayList<>(doubts);
  }
}
