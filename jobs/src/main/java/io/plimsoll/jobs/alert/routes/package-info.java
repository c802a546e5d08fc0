/**
 * {@code alerts.yaml}: who is told of which accounts, from which level on, when and where; or one
 * line that names file, line, key, value and what is allowed. Read at the start and whenever it
 * changes. It holds no secrets, only the names of the files they are in.
 */
package io.plimsoll.jobs.alert.routes;
