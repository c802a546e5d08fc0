package io.plimsoll.jobs.rest;

/** A cluster or a job that is not there, or does not do what was waited for: one line says what. */
public final class JobException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean passing;

  JobException(String line) {
    super(line);
    this.passing = false;
  }

  private JobException(String line, Throwable cause, boolean passing) {
    super(line, cause);
    this.passing = passing;
  }

  /** No answer: it may be another a moment later, where a JobManager is replaced. */
  static JobException noAnswer(String line, Throwable cause) {
    return new JobException(line, cause, true);
  }

  boolean isPassing() {
    return passing;
  }
}
