package io.plimsoll.jobs.codec;

import io.plimsoll.jobs.Causes;
import java.io.IOException;
import java.util.Optional;
import org.apache.flink.runtime.throwable.ThrowableAnnotation;
import org.apache.flink.runtime.throwable.ThrowableType;

/**
 * State that a job cannot go on from: one line that says whose it is and what is allowed.
 *
 * <p>Restoring it again would fail again, so Flink does not restart the job for it.
 */
@ThrowableAnnotation(ThrowableType.NonRecoverableError)
public final class StateException extends IOException {

  private static final long serialVersionUID = 1L;

  public StateException(String line) {
    super(line);
  }

  /**
   * Refuses a version that is not read.
   *
   * @param reader that has met it
   * @param version that stands before what is to be read
   * @param newest that the reader knows, and all before it
   * @throws StateException if it is none of them
   */
  public static void checkVersion(String reader, int version, int newest) throws StateException {
    if (version < 1 || version > newest) {
      throw new StateException(
          "%s reads versions 1 to %d, not %d; allowed is state of this Plimsoll or an earlier one"
              .formatted(reader, newest, version));
    }
  }

  /** The one line of the state behind a job's failure, if that is what it failed of. */
  public static Optional<String> messageIn(Throwable failure) {
    return Causes.find(failure, t -> t instanceof StateException).map(Throwable::getMessage);
  }
}
