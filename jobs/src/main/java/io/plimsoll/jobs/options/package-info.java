/**
 * What the jobs can be told, and what they were told, checked.
 *
 * <p>Purpose: every option of docs/options.md with its type, default and meaning, from files, the
 * environment and flags. In: {@link io.plimsoll.jobs.options.MonitorConfiguration}. Out: settings
 * of the {@link io.plimsoll.jobs.options.MonitorSettings monitor} and of the {@link
 * io.plimsoll.jobs.options.AlertSettings alerts}. What is wrong is told in one line; secrets stay
 * references, and are shown nowhere.
 */
package io.plimsoll.jobs.options;
