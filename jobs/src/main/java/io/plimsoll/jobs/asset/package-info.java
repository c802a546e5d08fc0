/**
 * What the three stages keyed by asset have in common: state of a few hundred assets at most, which
 * lives on the heap and is written to keyed state when a checkpoint asks for it.
 */
package io.plimsoll.jobs.asset;
