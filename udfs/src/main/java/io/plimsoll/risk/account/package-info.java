/**
 * What an account is: its holdings and its settings (risk model §5).
 *
 * <p>Immutable records; amounts are exact decimals in units of the asset, entry prices exact
 * decimals in USD.
 */
package io.plimsoll.risk.account;
