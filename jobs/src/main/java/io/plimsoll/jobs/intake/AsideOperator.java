package io.plimsoll.jobs.intake;

import io.plimsoll.jobs.graph.Refusals;
import io.plimsoll.jobs.market.AccountUpdate;
import io.plimsoll.jobs.market.Intake;
import io.plimsoll.jobs.market.Refusal;
import io.plimsoll.jobs.market.VenueReading;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Parts what is no reading of an asset: updates of accounts, statuses of venues, refusals. */
final class AsideOperator extends AbstractStreamOperator<AccountUpdate>
    implements OneInputStreamOperator<Intake, AccountUpdate> {

  private static final long serialVersionUID = 1L;

  @Override
  public void processElement(StreamRecord<Intake> element) {
    Intake intake = element.getValue();
    if (intake instanceof AccountUpdate update) {
      output.collect(element.<AccountUpdate>replace(update));
    } else if (intake instanceof VenueReading reading) {
      output.collect(IntakeStage.STATUSES, element.<VenueReading>replace(reading));
    } else if (intake instanceof Refusal refusal) {
      output.collect(Refusals.TAG, element.<Refusal>replace(refusal));
    }
  }
}
