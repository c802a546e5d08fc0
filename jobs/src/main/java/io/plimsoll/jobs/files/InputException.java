package io.plimsoll.jobs.files;

import io.plimsoll.jobs.Causes;
import java.util.Optional;
import org.apache.flink.runtime.throwable.ThrowableAnnotation;
import org.apache.flink.runtime.throwable.ThrowableType;

/**
 * Input that cannot be read: one line that names the file, the line or the column, and what is
 * allowed. The command line prints it and ends with exit code 2.
 *
 * <p>Reading again would fail again, so Flink does not restart the job for it.
 */
@ThrowableAnnotation(ThrowableType.NonRecoverableError)
public final class InputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InputException(String place, String what) {
    super(oneLine(place + ": " + what));
  }

  InputException(String place, String what, Throwable cause) {
    super(oneLine(place + ": " + what), cause);
  }

  /** The one line of the input exception behind a job's failure, if there is one. */
  public static Optional<String> messageIn(Throwable failure) {
    return Causes.find(failure, t -> t instanceof InputException).map(Throwable::getMessage);
  }

  private static String oneLine(String message) {
    return message.replaceAll("\\s*[\\r\\n]+\\s*", " ");
  }
}
