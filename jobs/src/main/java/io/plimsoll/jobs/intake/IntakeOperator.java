package io.plimsoll.jobs.intake;

import io.plimsoll.jobs.market.AccountUpdate;
import io.plimsoll.jobs.market.AssetReading;
import io.plimsoll.jobs.market.Heartbeat;
import io.plimsoll.jobs.market.IndexReading;
import io.plimsoll.jobs.market.Intake;
import io.plimsoll.jobs.market.Quote;
import io.plimsoll.jobs.market.Refusal;
import io.plimsoll.jobs.market.VenueReading;
import io.plimsoll.jobs.market.VenueStatus;
import io.plimsoll.jobs.market.VenueStress;
import io.plimsoll.risk.parameters.RiskParameters;
import java.util.List;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.accumulators.LongMaximum;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Takes what a source emits, and counts it for the progress that people see. Readings of assets,
 * which are nearly all there is, are its output; the rest leaves by the side, to be parted there.
 *
 * <p>Two outputs and not one for each kind, because Flink copies a record's envelope for every
 * output that it might have gone to.
 */
final class IntakeOperator extends AbstractStreamOperator<AssetReading>
    implements OneInputStreamOperator<Intake, AssetReading> {

  private static final long serialVersionUID = 1L;

  private final AssetsOfVenues assets;

  private transient LongCounter rows;
  private transient LongCounter late;
  private transient LongMaximum eventTime;

  IntakeOperator(RiskParameters parameters) {
    assets = new AssetsOfVenues(parameters);
  }

  @Override
  public void open() throws Exception {
    super.open();
    rows = new LongCounter();
    late = new LongCounter();
    eventTime = new LongMaximum();
    getRuntimeContext().addAccumulator(IntakeStage.ROWS, rows);
    getRuntimeContext().addAccumulator(IntakeStage.LATE, late);
    getRuntimeContext().addAccumulator(IntakeStage.EVENT_TIME, eventTime);
  }

  @Override
  public void processElement(StreamRecord<Intake> element) {
    Intake intake = element.getValue();
    if (intake instanceof Heartbeat) {
      return; // the watermark behind it says the rest
    }
    rows.add(1L);
    if (intake instanceof Refusal refusal) {
      output.collect(IntakeStage.ASIDE, element.<Intake>replace(refusal));
      return;
    }
    eventTime.add(intake.instant());
    if (intake instanceof Quote quote) {
      output.collect(element.<AssetReading>replace(quote));
    } else if (intake instanceof IndexReading reading) {
      output.collect(element.<AssetReading>replace(reading));
    } else if (intake instanceof AccountUpdate update) {
      if (update.late()) {
        late.add(1L);
      }
      output.collect(IntakeStage.ASIDE, element.<Intake>replace(update));
    } else if (intake instanceof VenueReading reading) {
      takeVenue(reading, element);
    }
  }

  private void takeVenue(VenueReading reading, StreamRecord<Intake> element) {
    List<String> stressed = assets.stressedBy(reading);
    for (int i = 0; i < stressed.size(); i++) {
      VenueStress stress = new VenueStress(stressed.get(i), reading);
      output.collect(element.<AssetReading>replace(stress));
    }
    if (reading.status() != VenueStatus.UNTOLD) {
      output.collect(IntakeStage.ASIDE, element.<Intake>replace(reading));
    }
  }
}
