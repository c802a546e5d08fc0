package io.plimsoll.jobs.wire;

import java.io.Serializable;

/**
 * Where a schema registry is, and where on each machine stands what it takes to speak to it. It
 * travels with the job, so it holds paths and no secrets.
 *
 * @param url base address of its API
 * @param credentialsFile who asks, as {@link RegistryCredentials} reads it, or {@link #NONE}
 * @param truststoreFile certificates that are trusted instead of the JDK's, PEM, or {@link #NONE}
 */
public record RegistryAddress(String url, String credentialsFile, String truststoreFile)
    implements Serializable {

  /** There is no such file. */
  public static final String NONE = "";

  public RegistryAddress {
    url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  /** Of a registry that answers whoever asks. */
  public static RegistryAddress open(String url) {
    return new RegistryAddress(url, NONE, NONE);
  }

  /**
   * Reads the files once, so that what is wrong with them is told before a job starts.
   *
   * @throws RegistryException for a file that cannot be read or holds something else
   */
  public void check() {
    RegistryCredentials.header(this);
    RegistryTrust.context(this);
  }
}
