package io.plimsoll.risk.parameters;

/** A parameter outside what is allowed: the key, the value given, and what would be allowed. */
public final class ParameterException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String key;
  private final String value;
  private final String allowed;

  public ParameterException(String key, String value, String allowed) {
    super(key + ": " + value + " is not allowed; allowed is " + allowed);
    this.key = key;
    this.value = value;
    this.allowed = allowed;
  }

  /** The key as it is written in {@code parameters.yaml}, without the path that leads to it. */
  public String key() {
    return key;
  }

  /** The value given, as text. */
  public String value() {
    return value;
  }

  /** What would be allowed, in words. */
  public String allowed() {
    return allowed;
  }
}
