/**
 * Stage 1, the oracle guard: what an asset is worth, and whether to believe it (risk model §§1, 2,
 * 5).
 *
 * <p>In: quotes and index readings of an asset, stress readings of its venue. Out: {@link
 * io.plimsoll.jobs.guard.MarkChange}, in event-time order per asset, whenever its mark, status or
 * rates changed and at every bar close. Key: asset. State: the readings of instants not over yet,
 * the quotes that may still be fresh, the mark, the rates; bounded by the sources heard within
 * maxAge and by how far the sources run ahead of the watermark; an asset's state is kept for ever.
 * Side outputs: refusals. Late: refused. Out of order: instants wait for the watermark.
 *
 * <p>Stress is not judged here; it rides along, so that it counts in the very instant it came in.
 */
package io.plimsoll.jobs.guard;
