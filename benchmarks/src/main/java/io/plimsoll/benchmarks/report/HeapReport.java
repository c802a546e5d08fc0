package io.plimsoll.benchmarks.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plimsoll.benchmarks.engine.EngineName;
import io.plimsoll.benchmarks.engine.HeapUse;
import io.plimsoll.benchmarks.engine.RunSpec;
import io.plimsoll.jobs.watch.WatchOptions;

/**
 * Where the heap goes.
 *
 * <p>The cache is not measured but made too small to matter: if it can hold but a hundredth of the
 * accounts, all of the heap is taken to be beyond it: what the cache does hold, and what Flink has
 * without any accounts, is in that figure too, so it is rather too high than too low.
 *
 * @param emptyBytes used by the engine while it ran without accounts, after collections
 * @param loadedBytes used once all were loaded, after collections
 * @param cacheAccounts that may be kept ready to be judged; null of an engine without a cache
 * @param bytesPerAccountBeyondCaches null unless the cache is too small to matter
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record HeapReport(
    long emptyBytes, long loadedBytes, Integer cacheAccounts, Double bytesPerAccountBeyondCaches) {

  private static final int ACCOUNTS_PER_CACHED_ONE = 100;

  static HeapReport of(RunSpec spec, HeapUse heap) {
    boolean caching = EngineName.find(spec.engine()).orElseThrow().hasCache();
    if (!caching) {
      return new HeapReport(heap.emptyBytes(), heap.loadedBytes(), null, null);
    }
    int cache =
        spec.cache() == RunSpec.DEFAULT_CACHE
            ? WatchOptions.DEFAULTS.cachedAccounts()
            : spec.cache();
    int accounts = spec.market().accounts();
    boolean negligible = (long) cache * ACCOUNTS_PER_CACHED_ONE <= accounts;
    return new HeapReport(
        heap.emptyBytes(),
        heap.loadedBytes(),
        cache,
        negligible ? heap.loadedBytes() / (double) accounts : null);
  }
}
