package io.plimsoll.risk.terms;

import java.math.BigDecimal;

/**
 * Debt to repay and collateral to seize.
 *
 * @param repayVenue where the debt is, or empty for a NETTED account
 * @param repayAsset its asset
 * @param repayAmount units, rounded down to 18 digits
 * @param repayValueUsd R
 * @param seizeVenue where the collateral is, or empty for a NETTED account
 * @param seizeAsset its asset
 * @param seizeAmount units, rounded down to 18 digits
 * @param bonusUsd R·β
 * @param protocolFeeUsd R·β·φ
 * @param healthFactorAfter positive infinity when (almost) nothing is owed afterwards
 */
public record SpotTerms(
    String repayVenue,
    String repayAsset,
    BigDecimal repayAmount,
    double repayValueUsd,
    String seizeVenue,
    String seizeAsset,
    BigDecimal seizeAmount,
    double bonusUsd,
    double protocolFeeUsd,
    double healthFactorAfter)
    implements LiquidationTerms {}
