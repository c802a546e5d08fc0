package io.plimsoll.jobs.options;

/** An option that is not allowed: one line that names its key and says what is allowed. */
public final class OptionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public OptionException(String key, String what) {
    super((key + ": " + what).replaceAll("\\s*[\\r\\n]+\\s*", " "));
  }
}
