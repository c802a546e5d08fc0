package io.plimsoll.jobs.monitor;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.util.FileUtils;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The one broker of all test classes that ask for it: started by the first, stopped after the last.
 * Each class has topics of its own.
 */
public final class SharedBroker implements BeforeAllCallback {

  private ExtensionContext.Store store;

  /** Keeps the broker in the store of the whole run, which closes it. */
  @SuppressWarnings("try") // closing may be interrupted
  private record Running(Path directory, LocalBroker broker) implements AutoCloseable {

    static Running start() {
      try {
        Path directory = Files.createTempDirectory("broker");
        return new Running(directory, new LocalBroker(directory));
      } catch (Exception e) {
        throw new IllegalStateException("no broker", e);
      }
    }

    @Override
    public void close() throws Exception {
      broker.close();
      FileUtils.deleteDirectory(directory.toFile());
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    store = context.getRoot().getStore(ExtensionContext.Namespace.create(SharedBroker.class));
  }

  /** The broker; a class that is skipped does not start it. */
  LocalBroker broker() {
    return store
        .computeIfAbsent(SharedBroker.class, key -> Running.start(), Running.class)
        .broker();
  }
}
