/**
 * The live console: what a monitor says, as pictures in a browser while it says it.
 *
 * <p>In: a monitor's topics, each read by a thread of its own into one {@link
 * io.plimsoll.jobs.console.LivePicture}; of its job what its JobManager tells. Out: a page, and
 * once a second a frame of what is new to every page that is open, as server-sent events.
 * Read-only: there is nothing that a page could change. What it keeps does not grow with time, but
 * with the accounts that there are.
 */
package io.plimsoll.jobs.console;
