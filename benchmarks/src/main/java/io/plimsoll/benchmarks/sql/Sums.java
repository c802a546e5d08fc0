package io.plimsoll.benchmarks.sql;

/**
 * What the query knows of an account, USD (risk model §5). All marks are to be believed, so that
 * the favourable sums are those at mid.
 *
 * @param prudentAssets A⁻
 * @param prudentLiabilities L⁻
 * @param assets A
 * @param liabilities L
 * @param equity E
 */
record Sums(
    double prudentAssets,
    double prudentLiabilities,
    double assets,
    double liabilities,
    double equity) {}
