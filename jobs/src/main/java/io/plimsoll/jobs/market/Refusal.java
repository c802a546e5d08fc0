package io.plimsoll.jobs.market;

/**
 * A row that changed nothing.
 *
 * @param instant epoch milliseconds of its file's clock when it was read, or of the instant at
 *     which it would have been applied
 * @param origin where it stands and what it says
 * @param reason its name
 * @param detail one line: which cell, what it says, what is allowed
 */
public record Refusal(long instant, Origin origin, RefusalReason reason, String detail)
    implements Intake {}
