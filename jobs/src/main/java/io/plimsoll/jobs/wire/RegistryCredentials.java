package io.plimsoll.jobs.wire;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who asks a registry: a file of properties, {@code username} and {@code password}, or {@code
 * token}. No value of it is kept, or stands in an error.
 */
final class RegistryCredentials {

  private static final String USERNAME = "username";
  private static final String PASSWORD = "password";
  private static final String TOKEN = "token";

  /** What a header can carry as a bearer token (RFC 6750). */
  private static final Pattern BEARER = Pattern.compile("[A-Za-z0-9\\-._~+/]+=*");

  private RegistryCredentials() {}

  /**
   * The value of the header {@code Authorization}, as the file has it now: a token that is renewed
   * there counts from the next request on. None where nobody is to be named.
   *
   * @throws RegistryException for a file that cannot be read or holds something else
   */
  static Optional<String> header(RegistryAddress address) {
    String file = address.credentialsFile();
    if (file.equals(RegistryAddress.NONE)) {
      return Optional.empty();
    }
    Properties told = read(file);
    Set<String> names = told.stringPropertyNames();
    if (names.equals(Set.of(USERNAME, PASSWORD))) {
      String pair = told.getProperty(USERNAME) + ':' + told.getProperty(PASSWORD);
      byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
      return Optional.of("Basic " + Base64.getEncoder().encodeToString(bytes));
    }
    if (!names.equals(Set.of(TOKEN))) {
      throw wrong(file, "allowed are username and password, or token, and nothing else");
    }
    String token = told.getProperty(TOKEN).strip();
    if (!BEARER.matcher(token).matches()) {
      throw wrong(file, "token is none; allowed are letters, digits and -._~+/, with = at its end");
    }
    return Optional.of("Bearer " + token);
  }

  private static Properties read(String file) {
    Properties told = new Properties();
    try (Reader in = Files.newBufferedReader(Path.of(file))) {
      told.load(in);
    } catch (IOException | IllegalArgumentException e) {
      throw wrong(file, "cannot be read (" + e + ")");
    }
    return told;
  }

  private static RegistryException wrong(String file, String what) {
    return new RegistryException("credentials of the schema registry, " + file + ": " + what);
  }
}
