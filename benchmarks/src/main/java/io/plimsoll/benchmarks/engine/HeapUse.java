package io.plimsoll.benchmarks.engine;

/**
 * The heap in use, garbage apart, before and after the accounts were loaded.
 *
 * @param emptyBytes while the engine ran without accounts: all that it has anyway
 * @param loadedBytes after the last account was loaded
 */
public record HeapUse(long emptyBytes, long loadedBytes) {

  /** What the accounts take, those in caches twice. */
  public long accountBytes() {
    return loadedBytes - emptyBytes;
  }
}
