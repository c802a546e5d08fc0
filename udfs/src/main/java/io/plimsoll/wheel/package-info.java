/**
 * The price wheel: finds, when numbers move, who could have crossed a line, at a cost that follows
 * those near their line and not those there are.
 *
 * <p>{@link io.plimsoll.wheel.PriceWheel} is the structure, with its invariant and the proof of it;
 * the rest of the package are its parts. The JDK and nothing else; what an account or a coordinate
 * means is the caller's business.
 */
package io.plimsoll.wheel;
