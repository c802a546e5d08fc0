package io.plimsoll.jobs.watch;

import io.plimsoll.jobs.codec.IntakeSerializer;
import io.plimsoll.jobs.loadfactor.AssetState;
import io.plimsoll.jobs.loadfactor.AssetStateSerializer;
import io.plimsoll.jobs.market.AccountUpdate;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.base.IntSerializer;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.VoidNamespace;

/**
 * What the watch keeps in Flink's state, by name.
 *
 * <p>Accounts are written when they change. Everything else lives on the heap, where it is used,
 * and is written here only for a checkpoint: assets and venues as broadcast state, of which each
 * subtask has the same copy; updates that wait for their instant under their account's key, so that
 * they move with it.
 */
final class WatchState implements AccountStates {

  static final String ACCOUNTS = "accounts";
  static final String PENDING_UPDATES = "pending-updates";
  static final String ASSETS = "assets";
  static final String VENUES = "venues";
  static final String WATERMARK = "watermark";
  static final String PENDING_SURROUNDINGS = "pending-surroundings";

  /** Takes one account. */
  interface AccountVisitor {
    void visit(String account, AccountState state);
  }

  private final Consumer<String> setCurrentKey;
  private final KeyedStateBackend<String> backend;
  private final ValueState<AccountState> accounts;
  private final ListState<AccountUpdate> pendingUpdates;
  private final BroadcastState<String, AssetState> assets;
  private final BroadcastState<String, Long> venues;
  private final BroadcastState<String, Long> watermark;
  private final BroadcastState<Integer, Surrounding> pendingSurroundings;

  /** Accounts with pending updates in the backend, from the checkpoint before. */
  private final Set<String> withSavedUpdates = new HashSet<>();

  WatchState(
      StateInitializationContext context,
      Consumer<Object> setCurrentKey,
      KeyedStateBackend<String> backend)
      throws Exception {
    this.setCurrentKey = setCurrentKey::accept;
    this.backend = backend;
    accounts =
        context
            .getKeyedStateStore()
            .getState(new ValueStateDescriptor<>(ACCOUNTS, AccountStateSerializer.INSTANCE));
    pendingUpdates =
        context
            .getKeyedStateStore()
            .getListState(
                new ListStateDescriptor<>(
                    PENDING_UPDATES, IntakeSerializer.of(AccountUpdate.class)));
    assets = broadcast(context, ASSETS, AssetStateSerializer.INSTANCE);
    venues = broadcast(context, VENUES, LongSerializer.INSTANCE);
    watermark = broadcast(context, WATERMARK, LongSerializer.INSTANCE);
    pendingSurroundings =
        context
            .getOperatorStateStore()
            .getBroadcastState(
                new MapStateDescriptor<>(
                    PENDING_SURROUNDINGS, IntSerializer.INSTANCE, SurroundingSerializer.INSTANCE));
  }

  private static <V> BroadcastState<String, V> broadcast(
      StateInitializationContext context, String name, TypeSerializer<V> values) throws Exception {
    return context
        .getOperatorStateStore()
        .getBroadcastState(new MapStateDescriptor<>(name, StringSerializer.INSTANCE, values));
  }

  @Override
  public AccountState get(String account) throws IOException {
    setCurrentKey.accept(account);
    AccountState state = accounts.value();
    return state == null ? AccountState.NEW : state;
  }

  @Override
  public void put(String account, AccountState state) throws IOException {
    setCurrentKey.accept(account);
    accounts.update(state);
  }

  @Override
  public void remove(String account) throws IOException {
    setCurrentKey.accept(account);
    accounts.clear();
  }

  void saveSurroundings(MarginWatch watch, InstantQueue<Surrounding> pending) throws Exception {
    assets.clear();
    for (AssetState state : watch.assetStates()) {
      assets.put(state.asset(), state);
    }
    venues.clear();
    venues.putAll(watch.disturbedVenues());
    pendingSurroundings.clear();
    int next = 0;
    for (Surrounding surrounding : pending.all()) {
      pendingSurroundings.put(next++, surrounding);
    }
  }

  void restoreSurroundings(MarginWatch watch, InstantQueue<Surrounding> pending) throws Exception {
    for (Map.Entry<String, AssetState> entry : assets.immutableEntries()) {
      watch.resume(entry.getValue());
    }
    for (Map.Entry<String, Long> entry : venues.immutableEntries()) {
      watch.disturbedVenues().put(entry.getKey(), entry.getValue());
    }
    for (Map.Entry<Integer, Surrounding> entry : pendingSurroundings.immutableEntries()) {
      pending.add(entry.getValue().instant(), entry.getValue());
    }
  }

  void saveWatermark(long mark) throws Exception {
    if (mark != Long.MAX_VALUE) { // the end of this input need not be the end of the next
      watermark.put(WATERMARK, mark);
    }
  }

  /** Up to here instants are over. */
  long restoreWatermark() throws Exception {
    Long mark = watermark.get(WATERMARK);
    return mark == null ? Long.MIN_VALUE : mark;
  }

  void saveUpdates(InstantQueue<AccountUpdate> pending) throws Exception {
    for (String account : withSavedUpdates) {
      setCurrentKey.accept(account);
      pendingUpdates.clear();
    }
    withSavedUpdates.clear();
    for (AccountUpdate update : pending.all()) {
      setCurrentKey.accept(update.account());
      pendingUpdates.add(update);
      withSavedUpdates.add(update.account());
    }
  }

  void restoreUpdates(InstantQueue<AccountUpdate> pending) throws Exception {
    try (Stream<String> keys = backend.getKeys(PENDING_UPDATES, VoidNamespace.INSTANCE)) {
      for (String account : (Iterable<String>) keys::iterator) {
        setCurrentKey.accept(account);
        for (AccountUpdate update : pendingUpdates.get()) {
          pending.add(update.instant(), update);
        }
        withSavedUpdates.add(account);
      }
    }
  }

  /** Reads every account of this subtask once. */
  void forEachAccount(AccountVisitor visitor) throws Exception {
    try (Stream<String> keys = backend.getKeys(ACCOUNTS, VoidNamespace.INSTANCE)) {
      for (String account : (Iterable<String>) keys::iterator) {
        setCurrentKey.accept(account);
        visitor.visit(account, accounts.value());
      }
    }
  }
}
