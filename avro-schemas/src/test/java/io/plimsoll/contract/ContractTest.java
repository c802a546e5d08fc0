package io.plimsoll.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.avro.util.ClassSecurityValidator;
import org.junit.jupiter.api.Test;

class ContractTest {

  @Test
  void avroIsLedToTrustTheClassesOfTheContractAndNoOthers() {
    Contract.trust();

    ClassSecurityValidator.ClassSecurityPredicate trusted = ClassSecurityValidator.getGlobal();
    assertThat(trusted.isTrusted(Quote.class)).isTrue();
    assertThat(trusted.isTrusted(PerpetualTerms.class)).isTrue();
    assertThat(trusted.isTrusted(Mode.class)).isTrue();
    assertThat(trusted.isTrusted(String.class)).isTrue();
    assertThat(trusted.isTrusted(ContractTest.class)).isFalse();
    assertThat(trusted.isTrusted(Runtime.class)).isFalse();
  }

  @Test
  void trustingTwiceChangesNothing() {
    Contract.trust();
    ClassSecurityValidator.ClassSecurityPredicate once = ClassSecurityValidator.getGlobal();

    Contract.trust();

    assertThat(ClassSecurityValidator.getGlobal()).isSameAs(once);
  }
}
