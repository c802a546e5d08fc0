package io.plimsoll.benchmarks.kafka;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;

/** One block cache for all stores, as large as what Flink gives RocksDB in the other engines. */
public final class SharedCache implements RocksDBConfigSetter {

  private static final long BYTES = 512L << 20;
  private static final Cache CACHE = new LRUCache(BYTES);

  @Override
  public void setConfig(String store, Options options, Map<String, Object> configs) {
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(CACHE);
    options.setTableFormatConfig(table);
  }

  /** The cache is shared: it ends with the process. */
  @Override
  public void close(String store, Options options) {}
}
