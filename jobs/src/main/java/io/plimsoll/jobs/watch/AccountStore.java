package io.plimsoll.jobs.watch;

import io.plimsoll.risk.health.AssetTable;
import io.plimsoll.risk.parameters.RiskParameters;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.ValueState;

/**
 * The accounts in the state backend, with those used lately ready to be judged. Writes go through,
 * so the cache only ever saves reads; it holds {@value #CACHED} accounts at most, some kilobyte
 * each.
 */
final class AccountStore {

  private static final int CACHED = 1 << 16;

  private final ValueState<AccountState> backend;
  private final Consumer<String> setCurrentKey;
  private final AssetTable assets;
  private final RiskParameters parameters;
  private final Map<String, WatchedAccount> cache = new LruCache();

  /**
   * Opens the store.
   *
   * @param backend keyed by account
   * @param setCurrentKey makes an account the backend's current key
   */
  AccountStore(
      ValueState<AccountState> backend,
      Consumer<String> setCurrentKey,
      AssetTable assets,
      RiskParameters parameters) {
    this.backend = backend;
    this.setCurrentKey = setCurrentKey;
    this.assets = assets;
    this.parameters = parameters;
  }

  WatchedAccount get(String account) throws IOException {
    WatchedAccount cached = cache.get(account);
    if (cached == null) {
      setCurrentKey.accept(account);
      AccountState state = backend.value();
      cached = ready(account, state == null ? AccountState.NEW : state);
      cache.put(account, cached);
    }
    return cached;
  }

  /** Holdings or settings changed. */
  WatchedAccount put(String account, AccountState state) throws IOException {
    write(account, state);
    WatchedAccount ready = ready(account, state);
    cache.put(account, ready);
    return ready;
  }

  /** Only standings changed: what is judged stays as it is. */
  void putStandings(String account, AccountState state, List<Unit> units) throws IOException {
    write(account, state);
    cache.put(account, new WatchedAccount(state, units));
  }

  private void write(String account, AccountState state) throws IOException {
    setCurrentKey.accept(account);
    backend.update(state);
  }

  private WatchedAccount ready(String account, AccountState state) {
    return new WatchedAccount(state, Unit.of(account, state, assets, parameters));
  }

  /** Forgets the account used longest ago. */
  private static final class LruCache extends LinkedHashMap<String, WatchedAccount> {
    private static final long serialVersionUID = 1L;

    LruCache() {
      super(1024, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, WatchedAccount> eldest) {
      return size() > CACHED;
    }
  }
}
