/**
 * Volatility from the closes of bars (risk model §3): exponentially weighted and realised, both a
 * year.
 */
package io.plimsoll.risk.volatility;
