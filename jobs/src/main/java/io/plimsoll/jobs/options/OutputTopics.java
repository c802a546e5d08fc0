package io.plimsoll.jobs.options;

import java.util.List;

/**
 * The names of the topics that are written.
 *
 * @param marginEvents changes of levels
 * @param assetStates marks, volatilities and load factors at every bar close
 * @param refused what changed nothing, with its reason
 */
public record OutputTopics(String marginEvents, String assetStates, String refused) {

  public List<String> names() {
    return List.of(assetStates, marginEvents, refused);
  }
}
