/**
 * {@code parameters.yaml}: read into the records of {@link io.plimsoll.risk.parameters}, or refused
 * with one line that names file, line, key, value and what is allowed; and printed again.
 *
 * <p>The keys stand in three tables ({@code AssetKeys}, {@code GlobalKeys}, {@code CategoryKeys}),
 * which the reader, the printer and {@code docs/parameters.md} share: a key that is not there does
 * not exist. YAML is read as text with lines, not as YAML's own numbers, so that a decimal keeps
 * the digits written. What is no parameter's own, {@link io.plimsoll.jobs.parameters.Section}, keys
 * and notations, also reads the file of the alerts' routes.
 */
package io.plimsoll.jobs.parameters;
