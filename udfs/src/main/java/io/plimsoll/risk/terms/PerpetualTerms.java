package io.plimsoll.risk.terms;

import io.plimsoll.risk.account.Kind;
import java.math.BigDecimal;

/**
 * A perpetual position to close.
 *
 * @param closeVenue where it is, or empty for a NETTED account
 * @param closeAsset its asset
 * @param closeKind LONG is sold, SHORT bought back
 * @param closeAmount units, rounded down to 18 digits
 * @param bankruptcyPriceUsd mid at which equity would be zero, all else unchanged; NaN without one
 * @param healthFactorAfter positive infinity when (almost) nothing is owed afterwards
 */
public record PerpetualTerms(
    String closeVenue,
    String closeAsset,
    Kind closeKind,
    BigDecimal closeAmount,
    double bankruptcyPriceUsd,
    double healthFactorAfter)
    implements LiquidationTerms {}
