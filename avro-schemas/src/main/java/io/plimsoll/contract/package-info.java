/**
 * What stands in the topics: one record per topic, generated from {@code src/main/avro}.
 *
 * <p>Input fields bear the names of the columns, output fields the names of the JSON keys of risk
 * model §12, so that a topic written to Avro files is what {@code backfill} reads. An absent value
 * is an empty {@link java.util.Optional}. The rule of evolution is in this module's README.
 */
package io.plimsoll.contract;
