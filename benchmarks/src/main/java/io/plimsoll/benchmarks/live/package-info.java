/**
 * A cluster of real processes under an even load: what is measured on one shares it.
 *
 * <p>A quote bears the millisecond for which its sending was scheduled, whether or not it was sent
 * then.
 */
package io.plimsoll.benchmarks.live;
