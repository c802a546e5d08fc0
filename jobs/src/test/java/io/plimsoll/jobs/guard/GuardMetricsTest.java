package io.plimsoll.jobs.guard;

import static io.plimsoll.jobs.Fixture.at;
import static io.plimsoll.jobs.Fixture.parameters;
import static io.plimsoll.jobs.Fixture.quote;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.metrics.Arrivals;
import io.plimsoll.jobs.metrics.CapturedMetrics;
import io.plimsoll.risk.mark.MarkStatus;
import org.junit.jupiter.api.Test;

class GuardMetricsTest {

  @Test
  void anAssetCountsUnderItsPresentStatusOnly() {
    CapturedMetrics captured = new CapturedMetrics();
    GuardMetrics told = new GuardMetrics(captured.group());
    assertThat(captured.value("status.OK.assets")).isZero();

    told.marked(MarkStatus.OK);
    told.marked(MarkStatus.OK);
    told.changed(MarkStatus.OK, MarkStatus.STALE);

    assertThat(captured.value("status.OK.assets")).isEqualTo(1);
    assertThat(captured.value("status.STALE.assets")).isEqualTo(1);
    assertThat(captured.value("status.DISPUTED.assets")).isZero();
  }

  @Test
  void aMarkBearsTheLatestArrivalOfItsInstantAndOneThatNobodySentNone() throws Exception {
    GuardHarness guard = GuardHarness.start(parameters());
    guard.send(quote(10, "ETH", "a", 2000, 1), at(11));
    guard.send(quote(12, "ETH", "a", 2001, 2), at(14));
    guard.send(quote(10, "ETH", "b", 2002, 1), at(13));
    guard.watermark(60); // a bar closes by itself
    assertThat(guard.marks()).extracting(MarkChange::instant).contains(at(10), at(12), at(60));
    assertThat(guard.arrivals()).startsWith(at(13), at(14)).endsWith(Arrivals.NONE);
    guard.close();
  }
}
