/** The command line of {@code ./plimsoll bench}. */
package io.plimsoll.benchmarks.cli;
