/**
 * The market that every engine is given: accounts and prices, drawn from a seed.
 *
 * <p>An account is a function of (seed, index) and a price path is a walk that is drawn anew, so
 * that nothing here grows with the number of accounts or ticks.
 */
package io.plimsoll.benchmarks.market;
