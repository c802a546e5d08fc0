package io.plimsoll.jobs.kafka;

import java.util.Locale;
import org.apache.flink.connector.base.DeliveryGuarantee;

/** What a reader of an output topic may count on after a failure. */
public enum Delivery {
  /** Visible at once; after a failure some records again, byte for byte, events by their id. */
  AT_LEAST_ONCE(DeliveryGuarantee.AT_LEAST_ONCE),
  /** Each once for a reader of committed records; visible only after the next checkpoint. */
  EXACTLY_ONCE(DeliveryGuarantee.EXACTLY_ONCE);

  private final DeliveryGuarantee guarantee;

  Delivery(DeliveryGuarantee guarantee) {
    this.guarantee = guarantee;
  }

  DeliveryGuarantee guarantee() {
    return guarantee;
  }

  /** As people write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
