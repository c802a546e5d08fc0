/**
 * What the files of a run say, read back: one record per kind of line, and a reader that goes
 * through a finished file or follows one that still grows.
 *
 * <p>Only what the picture, the summary and the comparison of two runs need of a line is kept. A
 * number that is {@code null} in the file is NaN here, but a health factor infinite, which is what
 * its {@code null} means.
 */
package io.plimsoll.jobs.readback;
