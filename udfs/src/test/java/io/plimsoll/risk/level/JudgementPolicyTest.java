package io.plimsoll.risk.level;

import static io.plimsoll.risk.Asset.asset;
import static io.plimsoll.risk.level.Level.INSOLVENT;
import static io.plimsoll.risk.level.Level.LIQUIDATABLE;
import static io.plimsoll.risk.level.Level.MARGIN_CALL;
import static io.plimsoll.risk.level.Level.SAFE;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.risk.Account;
import io.plimsoll.risk.Market;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * When an event is issued (risk model §6). Gold weighs half and 100 is owed: 300 of it is safe, 180
 * a health factor of 0.9, 195 one of 0.975.
 */
class JudgementPolicyTest {

  private static final String SOUND = "300";
  private static final String CALLED = "210";
  private static final String LOW = "195";
  private static final String DEEP = "180";
  private static final String LOST = "90";

  private final Market market =
      Market.of(asset("GOLD").collateralAt("0.5"), asset("OWED")).mark("GOLD", 1).mark("OWED", 1);

  private boolean termsExist = true;
  private int timesAsked;

  private final JudgementPolicy policy =
      new JudgementPolicy(
          new LevelPolicy(market.levels()),
          assessment -> {
            timesAsked++;
            return termsExist;
          });

  private Account holding(String gold) {
    return market.account().collateral("GOLD", gold).debt("OWED", "100");
  }

  private Judgement judge(Standing before, String gold) {
    return policy.judge(before, holding(gold).assess());
  }

  /** A standing whose last event had terms. */
  private static Standing at(Level level) {
    return new Standing(level, false, true, false);
  }

  private static Standing deepAt(Level level) {
    return new Standing(level, true, true, false);
  }

  @Nested
  class AChangeOfLevel {

    @Test
    void isAnEventWithWhereItCameFromAndWent() {
      Judgement fallen = judge(Standing.NEW, CALLED);
      assertThat(fallen.event()).isTrue();
      assertThat(fallen.from()).isEqualTo(SAFE);
      assertThat(fallen.to()).isEqualTo(MARGIN_CALL);
      Judgement recovered = judge(fallen.standing(), SOUND);
      assertThat(recovered.event()).isTrue();
      assertThat(recovered.from()).isEqualTo(MARGIN_CALL);
      assertThat(recovered.to()).isEqualTo(SAFE);
    }

    @Test
    void overSeveralLevelsIsOneEvent() {
      Judgement fallen = judge(Standing.NEW, LOST);
      assertThat(fallen.event()).isTrue();
      assertThat(fallen.to()).isEqualTo(INSOLVENT);
    }

    @Test
    void isOneEventWhateverElseHappened() {
      Judgement judgement = judge(at(MARGIN_CALL).withChange(), DEEP);
      assertThat(judgement.event()).isTrue();
      assertThat(judge(judgement.standing(), DEEP).event()).isFalse();
    }
  }

  @Nested
  class WhileTheLevelStays {

    @Test
    void nothingIsSaid() {
      assertThat(judge(Standing.NEW, SOUND).event()).isFalse();
      assertThat(judge(at(MARGIN_CALL), CALLED).event()).isFalse();
      assertThat(judge(at(LIQUIDATABLE), LOW).event()).isFalse();
      assertThat(judge(deepAt(INSOLVENT), LOST).event()).isFalse();
    }

    @Test
    void aChangedHoldingBelowLiquidatableIsNoEvent() {
      Judgement judgement = judge(at(MARGIN_CALL).withChange(), CALLED);
      assertThat(judgement.event()).isFalse();
      assertThat(judgement.standing().changed()).isFalse();
    }
  }

  @Nested
  class RuleA {

    @Test
    void aChangedHoldingIsAnEventOnce() {
      Judgement judgement = judge(at(LIQUIDATABLE).withChange(), LOW);
      assertThat(judgement.event()).isTrue();
      assertThat(judgement.from()).isEqualTo(judgement.to()).isEqualTo(LIQUIDATABLE);
      assertThat(judge(judgement.standing(), LOW).event()).isFalse();
    }

    @Test
    void alsoOfAnInsolventAccount() {
      assertThat(judge(deepAt(INSOLVENT).withChange(), LOST).event()).isTrue();
    }
  }

  @Nested
  class RuleB {

    @Test
    void theFirstTimeBelowFullLiquidationIsAnEventOnce() {
      Judgement first = judge(at(LIQUIDATABLE), DEEP);
      assertThat(first.event()).isTrue();
      assertThat(first.standing().belowFull()).isTrue();
      Judgement again = judge(first.standing(), DEEP);
      assertThat(again.event()).isFalse();
      Judgement backAbove = judge(again.standing(), LOW);
      assertThat(backAbove.event()).isFalse();
      assertThat(backAbove.standing().belowFull()).as("remembered").isTrue();
      assertThat(judge(backAbove.standing(), DEEP).event()).isFalse();
    }

    @Test
    void whoeverFallsThatFarAtOnceIsNotToldTwice() {
      Judgement fallen = judge(Standing.NEW, DEEP);
      assertThat(fallen.event()).isTrue();
      assertThat(fallen.standing().belowFull()).isTrue();
      assertThat(judge(withTerms(fallen), DEEP).event()).isFalse();
    }

    @Test
    void isForgottenOnceTheAccountIsBelowLiquidatable() {
      Judgement recovered = judge(deepAt(LIQUIDATABLE), CALLED);
      assertThat(recovered.to()).isEqualTo(MARGIN_CALL);
      assertThat(recovered.standing().belowFull()).isFalse();
      Judgement low = judge(withTerms(recovered), LOW);
      assertThat(judge(withTerms(low), DEEP).event()).isTrue();
    }

    @Test
    void isRememberedFromLiquidatableToInsolventAndBack() {
      Judgement lost = judge(deepAt(LIQUIDATABLE), LOST);
      Judgement found = judge(withTerms(lost), DEEP);
      assertThat(found.to()).isEqualTo(LIQUIDATABLE);
      assertThat(judge(withTerms(found), DEEP).event()).isFalse();
    }

    private Standing withTerms(Judgement judgement) {
      Standing s = judgement.standing();
      return new Standing(s.level(), s.belowFull(), true, s.changed());
    }
  }

  @Nested
  class RuleC {

    private final Standing told = new Standing(LIQUIDATABLE, false, false, false);

    @Test
    void termsAfterAnEventWithoutAnyAreAnEvent() {
      assertThat(judge(told, LOW).event()).isTrue();
      assertThat(timesAsked).isEqualTo(1);
    }

    @Test
    void noTermsAreNone() {
      termsExist = false;
      assertThat(judge(told, LOW).event()).isFalse();
    }

    @Test
    void termsAreNotLookedForWhenTheLastEventHadThemOrOneIsIssuedAnyway() {
      judge(at(LIQUIDATABLE), LOW);
      judge(told.withChange(), LOW);
      judge(Standing.NEW, LOW);
      assertThat(timesAsked).isZero();
    }

    @Test
    void doesNotHoldBelowLiquidatable() {
      assertThat(judge(new Standing(MARGIN_CALL, false, false, false), CALLED).event()).isFalse();
      assertThat(timesAsked).isZero();
    }
  }

  @Nested
  class TheShortAnswer {

    @Test
    void isThatNothingChangesWhereAJudgementWouldChangeNothing() {
      for (Level level : Level.values()) {
        for (String gold : new String[] {SOUND, CALLED, LOW, DEEP, LOST}) {
          for (Standing before : new Standing[] {at(level), at(level).withChange()}) {
            if (policy.leavesAsItWas(before, holding(gold).assess())) {
              Judgement judgement = judge(before, gold);
              assertThat(judgement.event()).isFalse();
              assertThat(judgement.standing()).isEqualTo(before);
            }
          }
        }
      }
    }

    @Test
    void isGivenForAlmostEveryone() {
      assertThat(policy.leavesAsItWas(Standing.NEW, holding(SOUND).assess())).isTrue();
      assertThat(policy.leavesAsItWas(at(MARGIN_CALL), holding(CALLED).assess())).isTrue();
    }

    @Test
    void isNotGivenAfterAChangeOrAtLiquidatable() {
      assertThat(policy.leavesAsItWas(Standing.NEW.withChange(), holding(SOUND).assess()))
          .isFalse();
      assertThat(policy.leavesAsItWas(at(LIQUIDATABLE), holding(LOW).assess())).isFalse();
      assertThat(policy.leavesAsItWas(at(SAFE), holding(LOW).assess())).isFalse();
    }
  }
}
