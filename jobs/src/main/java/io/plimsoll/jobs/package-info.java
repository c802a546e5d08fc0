/** The pipeline, which every job runs, and the command line. */
package io.plimsoll.jobs;
