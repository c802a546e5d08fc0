package io.plimsoll.jobs;

import java.util.Optional;
import java.util.function.Predicate;
import org.apache.flink.util.SerializedThrowable;

/** What is behind a failure. */
public final class Causes {

  private Causes() {}

  /** The first in a chain of causes, those that a job has sent home among them. */
  public static Optional<Throwable> find(Throwable failure, Predicate<Throwable> wanted) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      Throwable plain =
          t instanceof SerializedThrowable sent
              ? sent.deserializeError(Causes.class.getClassLoader())
              : t;
      if (wanted.test(plain)) {
        return Optional.of(plain);
      }
    }
    return Optional.empty();
  }

  /** The first of all. */
  public static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
