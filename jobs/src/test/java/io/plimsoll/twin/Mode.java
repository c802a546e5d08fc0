package io.plimsoll.twin;

/** How the holdings of an account are added up. */
enum Mode {
  GROSS,
  NETTED,
  ISOLATED
}
