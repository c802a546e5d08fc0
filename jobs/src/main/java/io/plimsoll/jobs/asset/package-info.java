/**
 * What the three stages parted by asset have in common: state of a few hundred assets at most,
 * which lives on the heap and is written to operator state when a checkpoint asks for it.
 */
package io.plimsoll.jobs.asset;
