package io.plimsoll.risk.mark;

import static io.plimsoll.risk.mark.MarkStatus.DISPUTED;
import static io.plimsoll.risk.mark.MarkStatus.OK;
import static io.plimsoll.risk.mark.MarkStatus.STALE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Risk model §2 rule 5: a jump beyond half is believed after 300 ms. The mark stands at 100. */
class JumpGuardTest {

  private final Guarded asset = new Guarded().maxJump(0.5, 300).quotes(0, 100);

  @Nested
  class ClaimsAJump {

    @Test
    void beyondTheLimitUpOrDown() {
      asset.quotes(100, 150.01).is(DISPUTED).mid(100);
      new Guarded().maxJump(0.5, 300).quotes(0, 100).quotes(100, 49.99).is(DISPUTED).mid(100);
    }

    @Test
    void butNotAtTheLimit() {
      asset.quotes(100, 150).isOkAt(150);
      new Guarded().maxJump(0.5, 300).quotes(0, 100).quotes(100, 50).isOkAt(50);
    }

    @Test
    void butNotWithTheFirstMark() {
      new Guarded().maxJump(0.5, 300).quotes(0, 1e9).isOkAt(1e9);
    }

    @Test
    void andTheGuardIsOffWithoutALimit() {
      new Guarded().quotes(0, 100).quotes(1, 1e9).isOkAt(1e9);
    }
  }

  @Nested
  class KeepsAClaim {

    @Test
    void untilExactlyItsConfirmation() {
      asset.quotes(100, 200).nextDue(400);
      asset.at(399).is(DISPUTED).mid(100);
      asset.at(400).isOkAt(200);
      assertThat(asset.state.claims()).isFalse();
    }

    @Test
    void throughMediansWithinTheLimitOfIt() {
      asset.quotes(100, 200).quotes(200, 300).quotes(300, 160).is(DISPUTED).nextDue(400);
      asset.at(400).isOkAt(160);
    }

    @Test
    void andBelievesWhatTheMedianIsAfterTheQuotesOfThatInstant() {
      asset.quotes(100, 200).quotes(400, 220).isOkAt(220);
    }

    @Test
    void measuringFromTheClaimAndNotFromTheMedianBefore() {
      // Each step is small, but 310 is further than half from the claim of 200.
      asset.quotes(100, 200).quotes(150, 250).quotes(200, 300).is(DISPUTED).nextDue(400);
      asset.quotes(250, 310).is(DISPUTED).nextDue(550);
    }
  }

  @Nested
  class ReplacesAClaim {

    @Test
    void byAMedianBeyondTheLimitOfIt() {
      asset.quotes(100, 200).quotes(200, 400).is(DISPUTED).nextDue(500);
      asset.at(400).is(DISPUTED);
      asset.at(500).isOkAt(400);
    }

    @Test
    void evenAtTheInstantOfItsConfirmation() {
      asset.quotes(100, 200).quotes(400, 500).is(DISPUTED).mid(100).nextDue(700);
    }

    @Test
    void butNotByOneExactlyAtTheLimit() {
      asset.quotes(100, 200).quotes(200, 300).nextDue(400);
    }

    @Test
    void andTheFirstClaimIsForgotten() {
      asset.quotes(100, 200).quotes(200, 400).quotes(300, 200).is(DISPUTED);
      // 200 is exactly within half of 400, so the claim of 400 stands.
      asset.nextDue(500);
      asset.quotes(310, 199).is(DISPUTED).nextDue(610);
    }
  }

  @Nested
  class EndsAClaim {

    @Test
    void whenTheMedianIsBackWithinTheLimitOfTheMark() {
      asset.quotes(100, 200).quotes(200, 120).isOkAt(120);
      asset.quotes(250, 240).is(DISPUTED).nextDue(550);
    }

    @Test
    void whenTheAssetIsStale() {
      asset.minSources(2).quotes(0, 100, 100).quotes(100, 200, 200).is(DISPUTED);
      // The quotes of the claim are alone and then gone: nothing is left that was claimed.
      asset.at(1_101).is(STALE);
      assertThat(asset.state.claims()).isFalse();
    }

    @Test
    void whenTheSourcesDisagree() {
      asset.quotes(0, 100, 100).quotes(100, 200, 200).is(DISPUTED).nextDue(400);
      asset.quotes(200, 200, 300).is(DISPUTED);
      assertThat(asset.state.claims()).isFalse();
      asset.quotes(300, 200, 200).is(DISPUTED).nextDue(600);
    }

    @Test
    void whenTheConfidenceIsTooWide() {
      asset.quotes(100, 200).is(DISPUTED);
      asset.says("a", 200, 100, 200).at(200).is(DISPUTED);
      assertThat(asset.state.claims()).isFalse();
    }
  }

  @Nested
  class IsOff {

    @Test
    void onceTheNewestSurvivorOfTheLastMarkIsOlderThanMaxAge() {
      asset.quotes(1_001, 200).isOkAt(200);
    }

    @Test
    void butNotAtMaxAgeExactly() {
      asset.quotes(1_000, 200).is(DISPUTED).mid(100);
    }

    @Test
    void andAClaimLongerThanMaxAgeIsBelievedWhenTheMarkIsTooOldToSay() {
      asset.maxJump(0.5, 5_000).quotes(900, 200).is(DISPUTED);
      asset.quotes(1_001, 201).isOkAt(201);
      assertThat(asset.state.claims()).isFalse();
    }

    @Test
    void aDroppedSourceDoesNotKeepTheMarkYoung() {
      // d is the newest, but it never survives.
      Guarded four = new Guarded().maxJump(0.5, 300);
      four.says("a", 100, 0).says("b", 100, 0).says("c", 100, 0).says("d", 900, 800).at(800).is(OK);
      four.says("a", 200, 1_001).at(1_001).is(DISPUTED); // a and d, far apart
      four.says("d", 200, 1_002).at(1_002).isOkAt(200);
    }
  }

  @Nested
  class WithoutConfirmation {

    private final Guarded trusting = new Guarded().maxJump(0.5, 0).quotes(0, 100);

    @Test
    void aJumpIsBelievedAtTheInstantItIsClaimed() {
      trusting.quotes(1, 1_000).isOkAt(1_000);
      assertThat(trusting.state.claims()).isFalse();
    }
  }
}
