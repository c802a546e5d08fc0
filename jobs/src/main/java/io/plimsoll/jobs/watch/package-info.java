/**
 * Stage 4, the margin watch: every account's level, and an event whenever it changes (risk model
 * §§5–7).
 *
 * <p>In: position and settings updates, keyed by account; asset states and venue readings,
 * broadcast. Out: {@link io.plimsoll.jobs.watch.MarginEvent}. Key: account. State: per account its
 * positions (a removed one leaves its sequence and time behind, until its account is closed and
 * forgotten, if it ever is), settings, standings and waits for a first mark; the latest state of
 * each asset and venue; what has come in for instants not over yet. Derived, on the heap: who is
 * judged when what moves, and ids for the names in it; both end with the account's last debt. Side
 * outputs: refusals (SUPERSEDED). Late: applied at the oldest open instant. Out of order: instants
 * wait for the watermark of both inputs.
 *
 * <p>{@link io.plimsoll.jobs.watch.MarginWatchOperator} is how Flink calls the {@link
 * io.plimsoll.jobs.watch.MarginWatch}; which accounts to judge is found by an {@link
 * io.plimsoll.jobs.watch.AccountFinder}, {@link io.plimsoll.jobs.watch.WheelFinder} unless told
 * otherwise.
 */
package io.plimsoll.jobs.watch;
