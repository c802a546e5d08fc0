package io.plimsoll.jobs.watch;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Where the states of all accounts are kept, by name. */
public interface AccountStates {

  /** The state of an account; {@link AccountState#NEW} if none is kept. */
  AccountState get(String account) throws IOException;

  /** Keeps a state, immutable, for an account. */
  void put(String account, AccountState state) throws IOException;

  /** Forgets an account. */
  void remove(String account) throws IOException;

  /** On the heap, without any backend. */
  static AccountStates onHeap() {
    Map<String, AccountState> states = new HashMap<>();
    return new AccountStates() {
      @Override
      public AccountState get(String account) {
        return states.getOrDefault(account, AccountState.NEW);
      }

      @Override
      public void put(String account, AccountState state) {
        states.put(account, state);
      }

      @Override
      public void remove(String account) {
        states.remove(account);
      }
    };
  }
}
