package io.plimsoll.jobs.kafka;

/** A broker or topic that is not there: one line that says which. */
public final class BrokerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BrokerException(String line, Throwable cause) {
    super(line.replaceAll("\\s*[\\r\\n]+\\s*", " "), cause);
  }
}
