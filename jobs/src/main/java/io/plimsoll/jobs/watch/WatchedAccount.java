package io.plimsoll.jobs.watch;

import java.util.List;

/**
 * An account ready to be judged.
 *
 * @param state as kept
 * @param units what is judged under its present settings
 */
record WatchedAccount(AccountState state, List<Unit> units) {}
