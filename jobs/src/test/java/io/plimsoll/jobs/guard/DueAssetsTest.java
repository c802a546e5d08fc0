package io.plimsoll.jobs.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DueAssetsTest {

  private final DueAssets due = new DueAssets();

  @Test
  void nothingIsDueWithoutAssets() {
    assertThat(due.first()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void theFirstIsTheEarliest() {
    GuardState early = new GuardState("ETH");
    due.moveTo(7, new GuardState("BTC"));
    due.moveTo(3, early);
    due.moveTo(5, new GuardState("USDC"));

    assertThat(due.first()).isEqualTo(3);
    assertThat(due.firstAsset()).isSameAs(early);
  }

  /** Whatever moves where, the first is the one that a look at all would find. */
  @Test
  void saysTheSameAsALookAtAll() {
    SplittableRandom random = new SplittableRandom(1);
    List<GuardState> assets = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      assets.add(new GuardState("A" + i));
    }
    for (int move = 0; move < 20_000; move++) {
      int instant = random.nextInt(50); // few enough that many are equal
      due.moveTo(instant, assets.get(random.nextInt(assets.size())));

      long least = assets.stream().mapToLong(asset -> asset.next).min().orElseThrow();
      assertThat(due.first()).isEqualTo(least);
      assertThat(due.firstAsset().next).isEqualTo(least);
    }
  }
}
