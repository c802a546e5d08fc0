/**
 * What an asset is worth, and whether to believe it (risk model §2); and what a unit of it stands
 * for (rates and indices, §5).
 *
 * <p>Pure: a policy is given the state of one asset, the rules and the instant, and leaves the
 * state that follows. No clock, no Flink.
 */
package io.plimsoll.risk.mark;
