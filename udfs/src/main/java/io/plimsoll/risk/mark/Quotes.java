package io.plimsoll.risk.mark;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The latest quote of each source of one asset that may still be fresh. Mutable, not thread-safe;
 * memory follows the sources heard within {@code maxAge}.
 */
public final class Quotes {

  private static final int FIRST_CAPACITY = 4;

  /** So few sources are sooner compared than looked up. */
  private static final int FEW = 8;

  private static final int NONE = -1;

  private final Map<String, Integer> indexOf = new HashMap<>();
  private int size;
  private String[] source = new String[FIRST_CAPACITY];
  private double[] priceUsd = new double[FIRST_CAPACITY];
  private double[] confidenceUsd = new double[FIRST_CAPACITY];
  private long[] timestamp = new long[FIRST_CAPACITY];

  public int size() {
    return size;
  }

  public String source(int i) {
    return source[i];
  }

  public double priceUsd(int i) {
    return priceUsd[i];
  }

  public double confidenceUsd(int i) {
    return confidenceUsd[i];
  }

  /** Epoch milliseconds of the quote. */
  public long timestamp(int i) {
    return timestamp[i];
  }

  /** Replaces the latest quote of its source. */
  public void put(String name, double price, double confidence, long time) {
    int i = find(name);
    if (i == NONE) {
      i = size++;
      if (i == source.length) {
        grow();
      }
      source[i] = name;
      indexOf.put(name, i);
    }
    priceUsd[i] = price;
    confidenceUsd[i] = confidence;
    timestamp[i] = time;
  }

  private int find(String name) {
    if (size > FEW) {
      return indexOf.getOrDefault(name, NONE);
    }
    for (int i = 0; i < size; i++) {
      if (source[i].equals(name)) {
        return i;
      }
    }
    return NONE;
  }

  /** Forgets quotes older than {@code maxAgeMs}: they can never count again. */
  public void dropOlderThan(long maxAgeMs, long instant) {
    for (int i = size - 1; i >= 0; i--) {
      if (instant - timestamp[i] > maxAgeMs) {
        int last = --size;
        indexOf.put(source[last], i);
        indexOf.remove(source[i]);
        source[i] = source[last];
        priceUsd[i] = priceUsd[last];
        confidenceUsd[i] = confidenceUsd[last];
        timestamp[i] = timestamp[last];
        source[last] = null;
      }
    }
  }

  /** The oldest timestamp held, or {@link Long#MAX_VALUE} without any. */
  public long oldest() {
    long oldest = Long.MAX_VALUE;
    for (int i = 0; i < size; i++) {
      oldest = Math.min(oldest, timestamp[i]);
    }
    return oldest;
  }

  private void grow() {
    int capacity = source.length * 2;
    source = Arrays.copyOf(source, capacity);
    priceUsd = Arrays.copyOf(priceUsd, capacity);
    confidenceUsd = Arrays.copyOf(confidenceUsd, capacity);
    timestamp = Arrays.copyOf(timestamp, capacity);
  }
}
