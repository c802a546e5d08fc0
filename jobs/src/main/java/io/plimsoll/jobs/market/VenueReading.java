package io.plimsoll.jobs.market;

/**
 * Network stress or status of a venue; what is absent stays as it was.
 *
 * @param origin where it stands
 * @param instant epoch milliseconds
 * @param venue its name
 * @param stress from 0 to 1, or NaN
 * @param status UP, DOWN, or UNTOLD
 */
public record VenueReading(
    Origin origin, long instant, String venue, double stress, VenueStatus status)
    implements MarketEvent {}
