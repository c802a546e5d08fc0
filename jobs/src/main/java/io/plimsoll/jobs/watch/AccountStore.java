package io.plimsoll.jobs.watch;

import io.plimsoll.risk.health.AssetTable;
import io.plimsoll.risk.level.Level;
import io.plimsoll.risk.parameters.RiskParameters;
import java.io.IOException;

/**
 * The accounts: all of them in the backend, by name; those that are watched by id too; those that
 * moves have found lately ready to be judged. Writes go through, so the cache only ever saves
 * reads.
 */
final class AccountStore {

  private final AccountStates backend;
  private final AssetTable assets;
  private final RiskParameters parameters;
  private final AccountIds ids = new AccountIds();
  private final AccountCache cache;
  private final LevelCounts levels;

  AccountStore(
      AccountStates backend, AssetTable assets, RiskParameters parameters, WatchOptions options) {
    this.backend = backend;
    this.assets = assets;
    this.parameters = parameters;
    this.cache = new AccountCache(options.cachedAccounts());
    this.levels = new LevelCounts(assets);
  }

  /** The id of an account, given to it if need be. */
  int idOf(String account) {
    return ids.intern(account);
  }

  /** The state of an account, whether it has an id or not. */
  AccountState state(String account) throws IOException {
    int id = ids.find(account);
    WatchedAccount cached = id == AccountIds.NONE ? null : cache.get(id);
    return cached == null ? backend.get(account) : cached.state();
  }

  /** The account of an id. */
  WatchedAccount get(int id) throws IOException {
    WatchedAccount cached = cache.get(id);
    if (cached == null) {
      String name = ids.name(id);
      cached = ready(name, backend.get(name));
      cache.put(id, cached);
    }
    return cached;
  }

  /** An account that was asked for to be judged has changed. */
  void put(int id, WatchedAccount before, WatchedAccount account) throws IOException {
    backend.put(account.name(), account.state());
    levels.replace(before.state(), account.state());
    cache.put(id, account);
  }

  /** An account was changed by its own updates: that alone does not bring it near its line. */
  void putChanged(int id, AccountState before, WatchedAccount account) throws IOException {
    backend.put(account.name(), account.state());
    levels.replace(before, account.state());
    cache.replace(id, account);
  }

  /** An account that has no id is as if it had never been heard of. */
  void forget(String account, AccountState state) throws IOException {
    backend.remove(account);
    levels.replace(state, AccountState.NEW);
  }

  /** An account that was there before a restart; its id. */
  int resume(String account, AccountState state) {
    levels.add(state);
    return idOf(account);
  }

  /** What is judged and stands at a level. */
  long at(Level level) {
    return levels.at(level);
  }

  /** An account as it is judged; it is not kept. */
  WatchedAccount ready(String account, AccountState state) {
    return WatchedAccount.of(account, state, assets, parameters);
  }

  /** Nothing can touch the account any more but an update of its own: its id is free. */
  void release(int id) {
    cache.remove(id);
    ids.release(id);
  }

  /** Accounts that have an id. */
  int watched() {
    return ids.count();
  }

  /** Reads of the backend that a larger cache might have saved. */
  long cacheMisses() {
    return cache.misses();
  }

  long heapBytesOfIds() {
    return ids.heapBytes();
  }
}
