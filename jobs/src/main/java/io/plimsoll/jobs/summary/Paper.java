package io.plimsoll.jobs.summary;

/**
 * What a run has carried out on paper.
 *
 * @param liquidations events whose terms were carried out
 * @param valueUsd what was repaid or closed by them, at mid
 */
public record Paper(long liquidations, double valueUsd) {}
