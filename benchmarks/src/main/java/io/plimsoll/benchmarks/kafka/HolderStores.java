package io.plimsoll.benchmarks.kafka;

import io.plimsoll.benchmarks.market.Account;
import io.plimsoll.benchmarks.scan.JudgedAccount;
import io.plimsoll.benchmarks.scan.JudgedAccountSerializer;
import io.plimsoll.risk.account.Holding;
import io.plimsoll.risk.level.Standing;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The accounts by name, and again by each asset they hold, with the whole account in every entry: a
 * price is one scan of neighbours and looks nothing up, a change of standing, which is rare, writes
 * all entries of its account.
 */
final class HolderStores {

  private static final String ACCOUNTS = "accounts";
  private static final String HOLDERS = "holders";
  private static final char END_OF_ASSET = '|';

  private final StringSerializer prefixes = new StringSerializer();
  private final KeyValueStore<String, JudgedAccount> accounts;
  private final KeyValueStore<String, JudgedAccount> holders;

  /** The stores as a processor finds them by name. */
  HolderStores(Function<String, StateStore> stores) {
    accounts = open(stores, ACCOUNTS);
    holders = open(stores, HOLDERS);
  }

  @SuppressWarnings("unchecked") // a processor's context knows its stores by name only
  private static KeyValueStore<String, JudgedAccount> open(
      Function<String, StateStore> stores, String name) {
    return (KeyValueStore<String, JudgedAccount>) stores.apply(name);
  }

  /** How a topology builds them. */
  static List<StoreBuilder<?>> builders(Function<String, KeyValueBytesStoreSupplier> kind) {
    return List.of(builder(kind.apply(ACCOUNTS)), builder(kind.apply(HOLDERS)));
  }

  private static StoreBuilder<?> builder(KeyValueBytesStoreSupplier supplier) {
    return Stores.keyValueStoreBuilder(
            supplier, Serdes.String(), new FlinkSerde<>(JudgedAccountSerializer.INSTANCE))
        .withLoggingDisabled()
        .withCachingDisabled();
  }

  /** An account's holdings have been told. */
  void put(Account account) {
    JudgedAccount before = accounts.get(account.id());
    if (before != null) {
      for (Holding holding : before.account().holdings()) {
        holders.delete(key(holding.asset(), account.id()));
      }
    }
    put(new JudgedAccount(account, before == null ? Standing.NEW : before.standing()));
  }

  /** An account has been judged. */
  void put(JudgedAccount judged) {
    String id = judged.account().id();
    accounts.put(id, judged);
    for (Holding holding : judged.account().holdings()) {
      holders.put(key(holding.asset(), id), judged);
    }
  }

  KeyValueIterator<String, JudgedAccount> holdersOf(String asset) {
    return holders.prefixScan(key(asset, ""), prefixes);
  }

  KeyValueIterator<String, JudgedAccount> all() {
    return accounts.all();
  }

  private static String key(String asset, String account) {
    return asset + END_OF_ASSET + account;
  }
}
