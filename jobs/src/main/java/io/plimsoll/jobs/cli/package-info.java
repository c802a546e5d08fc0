/**
 * The command line. Progress on stderr, results on stdout or in files; exit code 0 when done, 2 for
 * bad arguments or input (one line: file, line or key, what is allowed), 1 for anything else.
 */
package io.plimsoll.jobs.cli;
