package io.plimsoll.jobs.alert;

/**
 * What a route remembers besides its episodes. Moments are by the clock on the wall, epoch
 * milliseconds; {@link #NEVER} where nothing is due.
 *
 * @param windowEnd when the present window ends
 * @param turns alerts that there were in it, told or not
 * @param storm whether the window before it ended with a digest of many: nothing is told alone
 * @param quietEnd when what waits for the end of quiet hours is told
 * @param repeatAt when what fires is told again
 * @param forgetAt when it is looked what can be forgotten
 */
public record RouteState(
    long windowEnd, int turns, boolean storm, long quietEnd, long repeatAt, long forgetAt) {

  public static final long NEVER = Long.MAX_VALUE;

  /** Of a route that has nothing to remember. */
  public static final RouteState NEW = new RouteState(NEVER, 0, false, NEVER, NEVER, NEVER);

  RouteState window(long end, boolean afterMany) {
    return new RouteState(end, 0, afterMany, quietEnd, repeatAt, forgetAt);
  }

  RouteState turn() {
    return new RouteState(windowEnd, turns + 1, storm, quietEnd, repeatAt, forgetAt);
  }

  RouteState quiet(long end) {
    return new RouteState(windowEnd, turns, storm, end, repeatAt, forgetAt);
  }

  RouteState repeat(long at) {
    return new RouteState(windowEnd, turns, storm, quietEnd, at, forgetAt);
  }

  RouteState forget(long at) {
    return new RouteState(windowEnd, turns, storm, quietEnd, repeatAt, at);
  }

  /** When the route is to be looked at next. */
  public long due() {
    return Math.min(Math.min(windowEnd, quietEnd), Math.min(repeatAt, forgetAt));
  }
}
