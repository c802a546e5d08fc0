/** What the runs measured: a line of JSON each, a table for people, a figure for the documents. */
package io.plimsoll.benchmarks.report;
