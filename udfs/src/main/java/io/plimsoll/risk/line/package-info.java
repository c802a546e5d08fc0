/**
 * What would change an account's standing next, as lines in per-asset numbers: how far each number
 * may move before the account must be judged again (risk model §§5–6).
 *
 * <p>Pure. {@link io.plimsoll.risk.line.Coordinates} are the numbers, {@link
 * io.plimsoll.risk.line.Lines} the lines that bound a judged portfolio and the allowances that
 * follow from its slack. Who keeps the triggers is not said here.
 */
package io.plimsoll.risk.line;
