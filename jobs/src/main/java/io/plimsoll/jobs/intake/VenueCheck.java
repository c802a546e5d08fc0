package io.plimsoll.jobs.intake;

import io.plimsoll.jobs.market.MarketEvent;
import io.plimsoll.jobs.market.VenueReading;
import io.plimsoll.jobs.market.VenueStatus;
import io.plimsoll.risk.parameters.RiskParameters;

/** Network stress and status of venues: one reading or both. */
final class VenueCheck extends RowCheck {

  private static final int VENUE = RowKind.STRESS.column("venue");
  private static final int STRESS = RowKind.STRESS.column("stress");
  private static final int STATUS = RowKind.STRESS.column("status");

  private static final String FRACTION = "a number from 0 to 1, unless status is UP or DOWN";
  private static final VenueStatus[] TOLD = {VenueStatus.UP, VenueStatus.DOWN};

  VenueCheck(RiskParameters parameters, Columns columns, String place) {
    super(parameters, columns, place);
  }

  @Override
  MarketEvent read(long instant) {
    String venue = name(VENUE);
    double stress = numberOr(STRESS, Double.NaN, FRACTION);
    if (stress < 0 || stress > 1) {
      malformed(STRESS, FRACTION);
    }
    VenueStatus status =
        isEmpty(STATUS) ? VenueStatus.UNTOLD : oneOf(TOLD, STATUS, "UP, DOWN or nothing");
    if (Double.isNaN(stress) && status == VenueStatus.UNTOLD) {
      malformed(STRESS, FRACTION);
    }
    return new VenueReading(origin(false), instant, venue, stress, status);
  }
}
