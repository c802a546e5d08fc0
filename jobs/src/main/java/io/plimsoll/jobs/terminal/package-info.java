/**
 * What a person at a terminal sees of a bounded run while it goes on.
 *
 * <p>In: the files of the run as they grow. Out: a picture redrawn in place on standard error, or
 * where that is no terminal a line now and then. The picture is a pure function of what has been
 * read; only {@link io.plimsoll.jobs.terminal.LivePicture} knows threads and the time of day.
 */
package io.plimsoll.jobs.terminal;
