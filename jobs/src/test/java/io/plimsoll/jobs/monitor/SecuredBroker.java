package io.plimsoll.jobs.monitor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A real broker that asks who is there (TLS, SCRAM) and refuses whatever is not allowed. One
 * process with a listener for each kind of certificate; without TLS it takes everybody for its
 * administrator, so that tests can prepare it.
 */
@SuppressWarnings("try") // closing may be interrupted
final class SecuredBroker implements AutoCloseable {

  /** What the certificate of a listener is. */
  enum Identity {
    GOOD,
    EXPIRED,
    /** Of an authority that clients do not know. */
    FOREIGN,
    /** For another host. */
    MISNAMED
  }

  /** Its users and their passwords. */
  static final Map<String, String> USERS =
      Map.of(
          "monitor", "the-monitors-password-8162",
          "feed", "the-feeds-password-5093",
          "events", "the-readers-password-7740",
          "alerts", "the-alerts-password-2251",
          "digest", "the-digests-password-6604");

  private static final String NAMES = "dns:localhost,ip:127.0.0.1";

  private final Map<Identity, Integer> ports = new EnumMap<>(Identity.class);
  private final Certificates known;
  private final LocalBroker broker;

  /** Starts it; returns when it answers. */
  SecuredBroker(Path directory) throws Exception {
    known = new Certificates(directory, "known");
    Map<Identity, Path> stores =
        Map.of(
            Identity.GOOD, known.issue("good", NAMES),
            Identity.EXPIRED, known.issue("expired", NAMES, "-10d", 5),
            Identity.FOREIGN, new Certificates(directory, "foreign").issue("foreign", NAMES),
            Identity.MISNAMED, known.issue("misnamed", "dns:elsewhere.example"));
    StringBuilder listeners = new StringBuilder();
    StringBuilder protocols = new StringBuilder("PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    List<String> settings = new ArrayList<>();
    for (Identity identity : Identity.values()) {
      ports.put(identity, LocalBroker.freePort());
      listeners.append(',').append(identity).append("://").append(servers(identity));
      protocols.append(',').append(identity).append(":SASL_SSL");
      String listener = "listener.name." + identity.name().toLowerCase(Locale.ROOT) + '.';
      settings.addAll(
          List.of(
              listener + "ssl.keystore.location=" + stores.get(identity),
              listener + "ssl.keystore.password=" + Certificates.PASSWORD,
              listener + "ssl.key.password=" + Certificates.PASSWORD,
              listener + "sasl.enabled.mechanisms=SCRAM-SHA-512",
              listener
                  + "scram-sha-512.sasl.jaas.config="
                  + "org.apache.kafka.common.security.scram.ScramLoginModule required;"));
    }
    settings.addAll(
        List.of(
            "listener.security.protocol.map=" + protocols,
            "authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer",
            "allow.everyone.if.no.acl.found=false",
            "super.users=User:ANONYMOUS"));
    List<String> format = new ArrayList<>();
    USERS.forEach(
        (user, password) ->
            format.addAll(
                List.of(
                    "--add-scram", "SCRAM-SHA-512=[name=" + user + ",password=" + password + ']')));
    broker = new LocalBroker(directory, listeners.toString(), settings, format);
  }

  /** Without TLS, for tests to prepare it. */
  LocalBroker open() {
    return broker;
  }

  String servers(Identity identity) {
    return "localhost:" + ports.get(identity);
  }

  /** What a user's client has to know, of which the passwords are secret. */
  Map<String, String> client(String user) {
    return client(user, USERS.get(user));
  }

  /** The same with another password. */
  Map<String, String> client(String user, String password) {
    Map<String, String> client = new TreeMap<>();
    client.put("security.protocol", "SASL_SSL");
    client.put("sasl.mechanism", "SCRAM-SHA-512");
    client.put("sasl.jaas.config", login(user, password));
    client.put("ssl.truststore.location", known.truststore().toString());
    client.put("ssl.truststore.password", Certificates.PASSWORD);
    return client;
  }

  /** How a user logs in. */
  static String login(String user, String password) {
    return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\""
        + user
        + "\" password=\""
        + password
        + "\";";
  }

  @Override
  public void close() throws Exception {
    broker.close();
  }
}
