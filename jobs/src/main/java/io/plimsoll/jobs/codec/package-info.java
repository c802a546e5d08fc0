/**
 * How values are written to state and between tasks: by hand, compact, and readable by later
 * versions. Kryo never runs.
 *
 * <p>A type brings a {@link io.plimsoll.jobs.codec.VersionedSerializer} with a nested public
 * snapshot class, and golden bytes under {@code src/test/resources/golden} for each version it ever
 * wrote. To change what is written: raise {@code version()}, keep reading the versions before, add
 * golden bytes.
 */
package io.plimsoll.jobs.codec;
