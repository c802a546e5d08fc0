/** What the graph is known by, wherever it runs. */
package io.plimsoll.jobs.graph;
