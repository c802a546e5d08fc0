package io.plimsoll.jobs.kafka;

import java.util.Optional;

/** A broker, topic or right that is not there: one line that says which. */
public final class BrokerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BrokerException(String line, Throwable cause) {
    super(oneLine(line), cause);
  }

  /**
   * The one line of a job's failure, if the brokers do not know its clients or allow them too
   * little, or the clients cannot be made of their properties.
   */
  public static Optional<String> messageIn(Throwable failure) {
    return FailureText.ofAccess(failure).map(BrokerException::oneLine);
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*[\\r\\n]+\\s*", " ");
  }
}
