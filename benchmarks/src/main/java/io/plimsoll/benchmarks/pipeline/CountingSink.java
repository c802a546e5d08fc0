package io.plimsoll.benchmarks.pipeline;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Counts what comes, and nothing else. The counts are the JVM's, by name, for a local cluster. */
final class CountingSink<T> implements Sink<T> {

  private static final long serialVersionUID = 1L;

  private static final Map<String, LongAdder> COUNTS = new ConcurrentHashMap<>();

  private final String name;

  CountingSink(String name) {
    this.name = name;
  }

  /** What has been counted under a name since it was asked for last; 0 if nothing was. */
  static long take(String name) {
    LongAdder count = COUNTS.remove(name);
    return count == null ? 0 : count.sum();
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) {
    return new Writer<>(name);
  }

  private static final class Writer<T> implements SinkWriter<T> {

    private final String name;
    private long count;

    Writer(String name) {
      this.name = name;
    }

    @Override
    public void write(T element, Context context) {
      count++;
    }

    @Override
    public void flush(boolean endOfInput) throws IOException {}

    @Override
    public void close() {
      COUNTS.computeIfAbsent(name, n -> new LongAdder()).add(count);
    }
  }
}
