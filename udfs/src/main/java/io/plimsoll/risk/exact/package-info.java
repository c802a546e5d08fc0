/** Exact arithmetic, for what doubles cannot decide and for the figures that people are shown. */
package io.plimsoll.risk.exact;
