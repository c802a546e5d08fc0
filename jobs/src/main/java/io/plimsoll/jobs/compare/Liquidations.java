package io.plimsoll.jobs.compare;

/**
 * What liquidators were offered: of each stay at LIQUIDATABLE or worse the first event with terms.
 *
 * @param offers stays that came to terms
 * @param valueUsd what was to be repaid or closed by them
 */
public record Liquidations(long offers, double valueUsd) {}
