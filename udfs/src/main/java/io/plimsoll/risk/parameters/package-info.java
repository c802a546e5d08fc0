/**
 * The parameters of the risk model, grouped by the rule that reads them: one record a rule, each
 * with its defaults and the range it allows.
 *
 * <p>Ratios that decide about money are the decimals written; what feeds an estimator is a double.
 * Durations are milliseconds. An absent limit has a name ({@code NO_...}), never {@code null}.
 */
package io.plimsoll.risk.parameters;
