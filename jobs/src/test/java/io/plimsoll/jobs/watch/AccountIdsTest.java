package io.plimsoll.jobs.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AccountIdsTest {

  private static final long SEED = 20_261_128L;

  private final AccountIds ids = new AccountIds();

  @Test
  void aNameHasOneIdAndAnIdHasItsName() {
    int alice = ids.intern("alice");
    int bob = ids.intern("bob");
    assertThat(ids.intern("alice")).isEqualTo(alice).isNotEqualTo(bob);
    assertThat(ids.find("bob")).isEqualTo(bob);
    assertThat(ids.name(alice)).isEqualTo("alice");
    assertThat(ids.find("carol")).isEqualTo(AccountIds.NONE);
  }

  @Test
  void aReleasedIdIsGivenToTheNext() {
    int alice = ids.intern("alice");
    ids.release(alice);
    assertThat(ids.find("alice")).isEqualTo(AccountIds.NONE);
    assertThat(ids.intern("bob")).isEqualTo(alice);
    assertThat(ids.count()).isEqualTo(1);
  }

  @Test
  void anyNameIsKeptAsItIs() {
    List<String> names = new ArrayList<>(List.of("", "ünïcode", "\uD83D\uDEA2 ship", "a/b"));
    for (int length : new int[] {1, 7, 8, 254, 255, 256, 65_535, 65_536, 65_537, 200_000}) {
      names.add("x".repeat(length));
    }
    for (String name : names) {
      ids.intern(name);
    }
    for (String name : names) {
      assertThat(ids.name(ids.find(name))).isEqualTo(name);
    }
    names.forEach(name -> ids.release(ids.find(name)));
    assertThat(ids.count()).isZero();
  }

  @Test
  void doesWhatAMapDoes() {
    SplittableRandom random = new SplittableRandom(SEED);
    Map<String, Integer> twin = new HashMap<>();
    for (int round = 0; round < 200_000; round++) {
      int length = random.nextInt(20) == 0 ? 250 + random.nextInt(20) : random.nextInt(30);
      String name = "n".repeat(length) + random.nextInt(300);
      if (random.nextInt(3) > 0) {
        int id = ids.intern(name);
        Integer before = twin.put(name, id);
        assertThat(before == null || before == id).as("seed %d, round %d", SEED, round).isTrue();
      } else if (twin.containsKey(name)) {
        ids.release(twin.remove(name));
      }
      assertThat(ids.count()).as("seed %d, round %d", SEED, round).isEqualTo(twin.size());
    }
    twin.forEach(
        (name, id) -> {
          assertThat(ids.find(name)).isEqualTo(id);
          assertThat(ids.name(id)).isEqualTo(name);
        });
  }

  @Test
  void takesNoMoreRoomAfterAMillionNamesThatCameAndWent() {
    long after = 0;
    for (int i = 0; i < 1_000_000; i++) {
      ids.release(ids.intern("account-" + (1_000_000 + i)));
      if (i == 1_000) {
        after = ids.heapBytes();
      }
    }
    assertThat(ids.heapBytes()).isEqualTo(after);
  }
}
