package io.plimsoll.jobs.alerting;

import io.plimsoll.jobs.alert.delivery.Delivery;
import io.plimsoll.jobs.alert.delivery.Receipt;
import org.apache.flink.streaming.api.operators.AbstractStreamOperatorFactory;
import org.apache.flink.streaming.api.operators.OneInputStreamOperatorFactory;
import org.apache.flink.streaming.api.operators.StreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;

/** Makes the operator that delivers: only a factory is given the mailbox. */
final class DeliveryFactory extends AbstractStreamOperatorFactory<Receipt>
    implements OneInputStreamOperatorFactory<Delivery, Receipt> {

  private static final long serialVersionUID = 1L;

  private final String file;
  private final long everyMs;

  DeliveryFactory(String file, long everyMs) {
    this.file = file;
    this.everyMs = everyMs;
  }

  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals") // as the interface has it
  public <T extends StreamOperator<Receipt>> T createStreamOperator(
      StreamOperatorParameters<Receipt> parameters) {
    @SuppressWarnings("unchecked") // the only one it makes
    T operator = (T) new DeliveryOperator(parameters, file, everyMs);
    return operator;
  }

  @Override
  @SuppressWarnings("rawtypes") // as the interface has it
  public Class<? extends StreamOperator> getStreamOperatorClass(ClassLoader classLoader) {
    return DeliveryOperator.class;
  }
}
