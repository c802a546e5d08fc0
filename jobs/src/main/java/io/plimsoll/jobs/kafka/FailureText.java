package io.plimsoll.jobs.kafka;

import io.plimsoll.jobs.Causes;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;

/** What a failure of a Kafka client means, in the words of those who have to mend it. */
final class FailureText {

  private static final String RIGHTS = "; docs/security.md has the rights of each command";

  private FailureText() {}

  /** What is wrong and what is allowed. */
  static String of(Throwable failure) {
    return known(failure).orElseGet(() -> root(failure));
  }

  /**
   * The same of the failure of a job, if a client's identity, rights or properties are the cause.
   */
  static Optional<String> ofAccess(Throwable failure) {
    return known(failure)
        .or(() -> Causes.find(failure, t -> t instanceof ConfigException).map(FailureText::root));
  }

  private static Optional<String> known(Throwable failure) {
    return Causes.find(failure, t -> t instanceof AuthorizationException)
        .or(() -> Causes.find(failure, t -> t instanceof AuthenticationException))
        .map(FailureText::meaning);
  }

  private static String meaning(Throwable failure) {
    if (failure instanceof TopicAuthorizationException topic) {
      return "no right to topic " + String.join(", ", topic.unauthorizedTopics()) + RIGHTS;
    }
    if (failure instanceof GroupAuthorizationException group) {
      return "no right to READ group " + group.groupId() + RIGHTS;
    }
    if (failure instanceof TransactionalIdAuthorizationException) {
      return "no right to WRITE with its transactional id" + RIGHTS;
    }
    if (failure instanceof ClusterAuthorizationException) {
      return "no right to the cluster (" + failure.getMessage() + ')' + RIGHTS;
    }
    if (failure instanceof SslAuthenticationException) {
      return certificate(failure);
    }
    if (failure instanceof SaslAuthenticationException) {
      return "user or password is wrong (" + failure.getMessage() + "); see sasl.jaas.config";
    }
    return root(failure);
  }

  private static String certificate(Throwable failure) {
    Optional<Throwable> date =
        Causes.find(
            failure,
            t ->
                t instanceof CertificateExpiredException
                    || t instanceof CertificateNotYetValidException);
    if (date.isPresent()) {
      return "the broker's certificate has expired or does not hold yet ("
          + date.orElseThrow().getMessage()
          + "); allowed is one that holds today";
    }
    if (Causes.find(failure, t -> t instanceof CertPathBuilderException).isPresent()) {
      return "the broker's certificate is of a CA that is not known; allowed are those of"
          + " ssl.truststore.location";
    }
    Optional<Throwable> name = Causes.find(failure, t -> t instanceof CertificateException);
    if (name.isPresent()) {
      return "the broker's certificate is not allowed for this host ("
          + root(failure)
          + "); allowed is one that names it";
    }
    Optional<Throwable> alert =
        Causes.find(
            failure, t -> t instanceof SSLException && t.getMessage().contains("fatal alert"));
    return alert.isPresent()
        ? "the broker refuses this client's certificate, or that there is none ("
            + alert.orElseThrow().getMessage()
            + "); see ssl.keystore.location"
        : "TLS fails (" + root(failure) + ")";
  }

  /** What the first cause says. */
  static String root(Throwable e) {
    return String.valueOf(Causes.root(e).getMessage());
  }
}
