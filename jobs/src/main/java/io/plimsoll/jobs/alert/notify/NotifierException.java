package io.plimsoll.jobs.alert.notify;

/** What is needed to speak to a notifier is not there; one line, without secrets. */
public final class NotifierException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotifierException(String line) {
    super(line);
  }
}
