/**
 * A market that crashes, made up from a seed: the input of {@code plimsoll demo}, a directory of
 * the files of risk model §12.
 *
 * <p>It has the shape of 12 March 2020: a quiet day, then half the value gone within a day in two
 * legs, all assets together, with oracles that lag, disagree and fall silent, a network that chokes
 * and a venue that goes down at the worst moment; then a partial rebound. Prices, names and
 * accounts are invented. The same seed gives the same bytes on every machine.
 */
package io.plimsoll.jobs.demo;
