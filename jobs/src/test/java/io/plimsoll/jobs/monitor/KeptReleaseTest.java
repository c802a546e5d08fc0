package io.plimsoll.jobs.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.kafka.Delivery;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** No release is forgotten. */
class KeptReleaseTest {

  private static final String HOW =
      "%s has no savepoints: mvn -pl jobs -am test -Dsavepoints.write=true"
          + " -Dtest=SavepointsOfReleasesITCase -Dsurefire.failIfNoSpecifiedTests=false writes"
          + " them; CONTRIBUTING.md, Release";

  @Test
  void eachReleaseHasItsSavepoints() throws IOException {
    for (String version : KeptRelease.due()) {
      for (Delivery delivery : Delivery.values()) {
        assertThat(new KeptRelease(version).savepoint(delivery).resolve("_metadata"))
            .as(HOW, version)
            .exists();
      }
    }
  }

  @Test
  void theChangelogSaysWhatWasReleased() {
    assertThat(
            KeptRelease.released(
                """
                ## [Unreleased]: 0.3.0-SNAPSHOT
                ## [0.2.0] - 2027-01-15
                - As in 0.1.1.
                ## [0.1.0] - 2026-12-01
                """))
        .containsExactlyInAnyOrder("0.2.0", "0.1.0");
  }

  /** What was kept once is restored for good: nobody deletes a version, or half of one. */
  @Test
  void whatIsKeptIsWhole() throws IOException {
    assertThat(KeptRelease.all()).isNotEmpty();
    for (KeptRelease release : KeptRelease.all()) {
      assertThat(release.read()).as("%s", release).isGreaterThan(release.applied());
      assertThat(release.offsets()).as("%s", release).isNotEmpty();
      for (Delivery delivery : Delivery.values()) {
        assertThat(release.savepoint(delivery).resolve("_metadata")).exists();
      }
    }
  }
}
