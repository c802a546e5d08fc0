/**
 * What is drawn over time, for the report of a run and for the console of a monitor alike.
 *
 * <p>In: bars of assets, margin events, pictures of the book, refused rows. Out: JSON in the shapes
 * that the page's pictures take. A time axis is cut into steps of one length; a report keeps all of
 * them, a console the last so many, in rings: however long it runs, it does not grow.
 */
package io.plimsoll.jobs.series;
