package io.plimsoll.risk.mark;

import static io.plimsoll.risk.mark.MarkStatus.DISPUTED;
import static io.plimsoll.risk.mark.MarkStatus.HALTED;
import static io.plimsoll.risk.mark.MarkStatus.OK;
import static io.plimsoll.risk.mark.MarkStatus.STALE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Risk model §2 but for the jump guard. Limits are binary fractions, so that equality is equal. */
class MarkPolicyTest {

  private final Guarded asset = new Guarded();

  @Nested
  class Freshness {

    @Test
    void aQuoteAsOldAsMaxAgeIsStillFresh() {
      asset.quotes(0, 100).at(Guarded.MAX_AGE).isOkAt(100);
    }

    @Test
    void aMillisecondLaterItIsStale() {
      asset.quotes(0, 100).at(Guarded.MAX_AGE + 1).is(STALE).mid(100);
    }

    @Test
    void anAssetNeverQuotedIsStaleAndHasNoMark() {
      asset.at(5).is(STALE).nextDue(MarkPolicy.NOTHING_DUE);
      assertThat(asset.state.marked).isFalse();
    }

    @Test
    void anExpiredSourceNoLongerCountsTowardTheMedian() {
      asset.says("a", 100, 0).says("b", 110, 500).says("c", 120, 900).at(900).isOkAt(110);
      asset.at(1_001).isOkAt(115);
      asset.at(1_501).isOkAt(120);
      asset.at(1_901).is(STALE).mid(120);
    }

    @Test
    void aNewQuoteReplacesTheLastOfItsSource() {
      asset.quotes(0, 100).quotes(10, 90).isOkAt(90);
      assertThat(asset.state.quotes.size()).isEqualTo(1);
    }

    @Test
    void theSourceWithoutANameIsASource() {
      asset.says("", 100, 0).says("a", 110, 0).at(0).isOkAt(105);
    }
  }

  @Nested
  class NumberOfSources {

    @Test
    void oneTooFewIsStaleThoughItsQuoteIsFresh() {
      asset.minSources(2).quotes(0, 100).is(STALE);
      assertThat(asset.state.marked).isFalse();
    }

    @Test
    void enoughIsEnough() {
      asset.minSources(2).quotes(0, 100, 102).isOkAt(101);
    }

    @Test
    void tooFewLeftAfterDroppingIsDisputed() {
      asset.minSources(3).quotes(0, 100, 101, 200).is(DISPUTED);
    }
  }

  @Nested
  class Deviation {

    @Test
    void twoSourcesExactlyAtTheLimitAgree() {
      asset.quotes(0, 100, 125).isOkAt(112.5);
    }

    @Test
    void twoSourcesBeyondItAreDisputedWhoeverIsRight() {
      asset.quotes(0, 100, 125.01).is(DISPUTED);
      assertThat(asset.state.marked).isFalse();
    }

    @Test
    void theDistanceOfTwoIsMeasuredFromTheLower() {
      asset.quotes(0, 125, 100).is(OK).quotes(1, 125.01, 100).is(DISPUTED).mid(112.5);
    }

    @Test
    void ofThreeTheOneBeyondTheLimitIsDropped() {
      asset.quotes(0, 100, 104, 130.01).isOkAt(102);
    }

    @Test
    void ofThreeTheOneAtTheLimitStays() {
      asset.quotes(0, 100, 104, 130).isOkAt(104);
    }

    @Test
    void theSurvivorsAreNotMeasuredAgain() {
      // 80 and 125 are within a quarter of 100; the median of what is left is 90, and 125 stays.
      asset.quotes(0, 80, 80, 100, 125, 400).isOkAt(90);
    }

    @Test
    void theTwoThatAreLeftMayDifferByMoreThanTwoSourcesMay() {
      asset.quotes(0, 76, 100, 400).isOkAt(88);
    }

    @Test
    void anEvenNumberHasTheMeanOfItsMiddleTwo() {
      asset.quotes(0, 104, 100, 108, 101).isOkAt(102.5);
    }

    @Test
    void whenEveryoneIsDroppedItIsDisputed() {
      asset.quotes(0, 100, 100, 300, 300).is(DISPUTED);
    }

    @Test
    void aDozenSourcesAreNoMoreTrouble() {
      asset.quotes(0, 1, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 9_999).isOkAt(105.5);
    }
  }

  @Nested
  class Confidence {

    @Test
    void isTheHalfWidthOfTheMark() {
      asset.says("a", 100, 2, 0).at(0).isOkAt(100);
      assertThat(asset.state.low).isEqualTo(98);
      assertThat(asset.state.high).isEqualTo(102);
    }

    @Test
    void isMultiplied() {
      asset.confidence(2.5, 1).says("a", 100, 2, 0).at(0).isOkAt(100);
      assertThat(asset.state.low).isEqualTo(95);
      assertThat(asset.state.high).isEqualTo(105);
    }

    @Test
    void isTheMedianOfTheSurvivorsWhereAnAbsentOneIsZero() {
      asset.says("a", 100, 2, 0).says("b", 100, 0).says("c", 100, 4, 0).says("d", 900, 50, 0);
      asset.at(0).isOkAt(100);
      assertThat(asset.state.high).isEqualTo(102);
    }

    @Test
    void exactlyAtItsLimitIsBelieved() {
      asset.says("a", 100, 12.5, 0).at(0).is(OK);
    }

    @Test
    void beyondItsLimitIsDisputedAndTheMarkKeepsItsLastValues() {
      asset.says("a", 100, 1, 0).at(0).is(OK);
      asset.says("a", 104, 13.01, 1).at(1).is(DISPUTED).mid(100);
      assertThat(asset.state.low).isEqualTo(99);
      assertThat(asset.state.high).isEqualTo(101);
    }
  }

  @Nested
  class Halted {

    @Test
    void overridesEveryOtherStatusAndKeepsTheMark() {
      asset.quotes(0, 100);
      asset.halted(true).quotes(1, 110).is(HALTED).mid(100);
      asset.at(5_000).is(HALTED);
      assertThat(new Guarded().halted(true).at(0).state.status).isEqualTo(HALTED);
    }

    @Test
    void anAssetHaltedFromTheStartHasNoMark() {
      asset.halted(true).quotes(0, 100).is(HALTED);
      assertThat(asset.state.marked).isFalse();
    }

    @Test
    void endsAClaim() {
      asset.maxJump(0.5, 300).quotes(0, 100).quotes(100, 200).is(DISPUTED);
      asset.halted(true).at(150).is(HALTED).nextDue(1_101);
      asset.halted(false).at(200).is(DISPUTED).nextDue(500);
    }
  }

  @Nested
  class NextDue {

    @Test
    void isWhenTheOldestQuoteExpires() {
      asset.says("a", 100, 40).says("b", 101, 70).at(70).nextDue(1_041);
      asset.at(1_041).isOkAt(101).nextDue(1_071);
      asset.at(1_071).is(STALE).nextDue(MarkPolicy.NOTHING_DUE);
    }

    @Test
    void isWhenTheClaimIsConfirmedIfThatIsSooner() {
      asset.maxJump(0.5, 300).quotes(0, 100).quotes(800, 200).is(DISPUTED).nextDue(1_100);
    }

    @Test
    void andNotWhenThatIsLater() {
      asset.maxJump(0.5, 5_000).quotes(0, 100).quotes(800, 200).is(DISPUTED).nextDue(1_801);
    }
  }

  /** What cannot be a number of the exact sums must not come out of the guard. */
  @Nested
  class PricesAtTheEndOfDoubles {

    @Test
    void areBelievedWhileTheyAreNumbers() {
      asset.quotes(0, Double.MIN_VALUE).isOkAt(Double.MIN_VALUE);
      asset.quotes(1, Double.MAX_VALUE).isOkAt(Double.MAX_VALUE);
    }

    @Test
    void areDisputedWhereTheSumOfTwoIsNone() {
      asset.quotes(0, 1.7e308, 1.7e308).is(DISPUTED);
      assertThat(asset.state.marked).isFalse();
    }

    @Test
    void areDisputedWhereTheUpperEndIsNone() {
      asset.says("a", 1.75e308, 0.1e308, 0).at(0).is(DISPUTED);
      assertThat(asset.state.marked).isFalse();
    }
  }

  @Nested
  class Memory {

    @Test
    void followsTheSourcesHeardWithinMaxAge() {
      for (int i = 0; i < 10_000; i++) {
        asset.says("source-" + i, 100 + i % 7, i * 10L).at(i * 10L);
      }
      assertThat(asset.state.quotes.size()).isEqualTo(101);
      assertThat(asset.state.quotes.oldest()).isEqualTo(98_990);
      asset.at(1_000_000).is(STALE);
      assertThat(asset.state.quotes.size()).isZero();
    }
  }
}
