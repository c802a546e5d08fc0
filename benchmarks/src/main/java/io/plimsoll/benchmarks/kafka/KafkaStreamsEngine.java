package io.plimsoll.benchmarks.kafka;

import io.plimsoll.benchmarks.engine.Engine;
import io.plimsoll.benchmarks.engine.Heap;
import io.plimsoll.benchmarks.engine.HeapUse;
import io.plimsoll.benchmarks.engine.Outcome;
import io.plimsoll.benchmarks.engine.RunSpec;
import io.plimsoll.benchmarks.engine.TickMeter;
import io.plimsoll.benchmarks.flink.AccountSerializer;
import io.plimsoll.benchmarks.flink.MarketInstantSerializer;
import io.plimsoll.benchmarks.judge.AccountJudge;
import io.plimsoll.benchmarks.market.Account;
import io.plimsoll.benchmarks.market.Accounts;
import io.plimsoll.benchmarks.market.Market;
import io.plimsoll.benchmarks.market.MarketInstant;
import io.plimsoll.benchmarks.market.PricePath;
import io.plimsoll.benchmarks.trigger.TriggerLog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import org.apache.flink.api.common.typeutils.base.ListSerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Drives the topology, one record a tick. */
public final class KafkaStreamsEngine implements Engine {

  private static final String ACCOUNTS = "accounts-topic";
  private static final String PRICES = "prices-topic";
  private static final int ACCOUNTS_PER_RECORD = 10_000;
  private static final double NANOS = 1e9;

  private final String backend;
  private final Function<String, KeyValueBytesStoreSupplier> stores;
  private final FlinkSerde<List<Account>> accountBytes =
      new FlinkSerde<>(new ListSerializer<>(AccountSerializer.INSTANCE));
  private final FlinkSerde<MarketInstant> priceBytes =
      new FlinkSerde<>(MarketInstantSerializer.INSTANCE);

  private KafkaStreamsEngine(String backend, Function<String, KeyValueBytesStoreSupplier> stores) {
    this.backend = backend;
    this.stores = stores;
  }

  public static Engine persistent() {
    return new KafkaStreamsEngine("rocksdb", Stores::persistentKeyValueStore);
  }

  public static Engine inMemory() {
    return new KafkaStreamsEngine("in memory", Stores::inMemoryKeyValueStore);
  }

  @Override
  public Outcome run(RunSpec spec, TriggerLog triggers, Path scratch) throws Exception {
    Market market = new Market(spec.market());
    AccountJudge judge = new AccountJudge(market.parameters(), triggers::add);
    TickMeter meter = new TickMeter(spec, judge::judgements);
    TopologyTestDriver driver = new TopologyTestDriver(topology(judge), properties(scratch));
    try {
      TestInputTopic<String, List<Account>> accounts =
          driver.createInputTopic(ACCOUNTS, new StringSerializer(), accountBytes.serializer());
      TestInputTopic<String, MarketInstant> prices =
          driver.createInputTopic(PRICES, new StringSerializer(), priceBytes.serializer());
      long empty = Heap.used();
      long start = System.nanoTime();
      prices.pipeInput(market.firstMarks());
      load(market, accounts);
      double loadSeconds = (System.nanoTime() - start) / NANOS;
      HeapUse heap = new HeapUse(empty, Heap.used());
      PricePath path = market.prices();
      meter.start();
      while (!meter.isOver()) {
        prices.pipeInput(path.next());
        meter.passed();
      }
      // What is still in memtables cannot be flushed from outside: no figure of the disk.
      return Outcome.of(backend, meter, loadSeconds, heap);
    } finally {
      driver.close();
    }
  }

  private static void load(Market market, TestInputTopic<String, List<Account>> topic) {
    Accounts accounts = new Accounts(market);
    int count = market.spec().accounts();
    for (int first = 0; first < count; first += ACCOUNTS_PER_RECORD) {
      List<Account> batch = new ArrayList<>();
      for (int i = first; i < Math.min(count, first + ACCOUNTS_PER_RECORD); i++) {
        batch.add(accounts.account(i));
      }
      topic.pipeInput(batch);
    }
  }

  private Topology topology(AccountJudge judge) {
    Topology topology = new Topology();
    topology.addSource(
        "accounts-in", new StringDeserializer(), accountBytes.deserializer(), ACCOUNTS);
    topology.addSource("prices-in", new StringDeserializer(), priceBytes.deserializer(), PRICES);
    topology.addProcessor("accounts", AccountsProcessor::new, "accounts-in");
    topology.addProcessor("prices", () -> new PricesProcessor(judge), "prices-in");
    for (StoreBuilder<?> store : HolderStores.builders(stores)) {
      topology.addStateStore(store, "accounts", "prices");
    }
    return topology;
  }

  private static Properties properties(Path scratch) {
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench");
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1"); // nobody connects
    properties.put(StreamsConfig.STATE_DIR_CONFIG, scratch.toString());
    properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SharedCache.class);
    return properties;
  }
}
