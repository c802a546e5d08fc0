package io.plimsoll.jobs.alert;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names of accounts: some in full, and some by how they start. */
public final class AccountNames {

  /** At the end of a name: any that start so. */
  public static final String ANY = "*";

  private final List<String> written;
  private final Set<String> names = new HashSet<>();
  private final List<String> starts = new ArrayList<>();

  /**
   * Those that are written.
   *
   * @param written names, {@code desk-7/*} for all that start with {@code desk-7/}, {@code *} for
   *     all
   */
  public AccountNames(List<String> written) {
    this.written = List.copyOf(written);
    for (String name : written) {
      if (name.endsWith(ANY)) {
        starts.add(name.substring(0, name.length() - ANY.length()));
      } else {
        names.add(name);
      }
    }
  }

  /** As they are written, in their order. */
  public List<String> written() {
    return written;
  }

  /** Whether an account is among them. */
  public boolean hold(String account) {
    return names.contains(account) || starts.stream().anyMatch(account::startsWith);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AccountNames that && written.equals(that.written);
  }

  @Override
  public int hashCode() {
    return written.hashCode();
  }

  /** As they are written. */
  @Override
  public String toString() {
    return String.join(", ", written);
  }
}
