package io.plimsoll.jobs.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.Fixture;
import io.plimsoll.risk.health.AssetTable;
import io.plimsoll.risk.parameters.RiskParameters;
import org.junit.jupiter.api.Test;

class AccountCacheTest {

  private static final RiskParameters PARAMETERS = Fixture.parameters();
  private static final AssetTable ASSETS = new AssetTable(PARAMETERS.assets().values());

  private static WatchedAccount account(String name) {
    return WatchedAccount.of(name, AccountState.NEW, ASSETS, PARAMETERS);
  }

  @Test
  void holdsAsManyAsItWasMadeFor() {
    AccountCache cache = new AccountCache(1000);
    for (int id = 0; id < 1000; id++) {
      cache.put(id, account("a" + id));
    }
    for (int id = 0; id < 1000; id++) {
      assertThat(cache.get(id).name()).isEqualTo("a" + id);
    }
    assertThat(cache.misses()).isZero();
  }

  @Test
  void keepsWhatIsAskedForAndLetsGoOfWhatWasReadOnce() {
    AccountCache cache = new AccountCache(4); // one set
    cache.put(0, account("near its line"));
    cache.get(0);
    for (int id = 1; id <= 100; id++) {
      cache.put(id, account("read once"));
      assertThat(cache.get(0)).as("after %d others", id).isNotNull();
    }
    assertThat(cache.get(50)).isNull();
    assertThat(cache.misses()).isEqualTo(1);
  }

  @Test
  void hasThePlaceOfAChangedAccountOnce() {
    AccountCache cache = new AccountCache(4);
    cache.put(1, account("before"));
    cache.put(1, account("after"));
    assertThat(cache.get(1).name()).isEqualTo("after");
    cache.remove(1);
    assertThat(cache.get(1)).isNull();
  }
}
