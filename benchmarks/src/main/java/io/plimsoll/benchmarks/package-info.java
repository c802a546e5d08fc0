/**
 * What Plimsoll costs, measured: single judgements by JMH, whole stages side by side with how the
 * same job is done elsewhere.
 *
 * <p>{@code ./plimsoll bench --help} says how to run them.
 */
package io.plimsoll.benchmarks;
