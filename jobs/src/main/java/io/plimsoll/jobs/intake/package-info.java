/**
 * The checks of an input row (risk model §1): cells of text in, an event or a refusal out, the same
 * for files and topics.
 *
 * <p>Purpose: nothing unchecked goes further. In: {@link io.plimsoll.jobs.intake.Cells} laid out by
 * {@link io.plimsoll.jobs.intake.Columns}. Out: {@link io.plimsoll.jobs.market.Intake}. Order of
 * the checks: MALFORMED, UNKNOWN_ASSET or UNKNOWN_CATEGORY, NON_POSITIVE, OUT_OF_BOUNDS; FUTURE and
 * LATE need a clock and are the source's. The step of an index and SUPERSEDED need state and are
 * decided downstream. State: none but the row at hand. No exceptions, no regular expressions: it is
 * a hot path.
 */
package io.plimsoll.jobs.intake;
