package io.plimsoll.jobs.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** What a page knows that has heard every frame: the twin of the page's own store. */
final class PageData {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int EVENTS = 200;

  private ObjectNode data = JSON.createObjectNode();

  void all(String frame) throws IOException {
    data = (ObjectNode) JSON.readTree(frame);
  }

  void step(String frame) throws IOException {
    JsonNode step = JSON.readTree(frame);
    for (String whole : new String[] {"frame", "now", "from", "to", "summary", "health"}) {
      data.set(whole, step.get(whole));
    }
    if (step.has("refused")) {
      data.set("refused", step.get("refused"));
    }
    if (step.has("levels")) {
      data.set("levels", merged(known("levels"), step.get("levels")));
      data.set("distribution", merged(known("distribution"), step.get("distribution")));
      data.set("assets", assets(data.get("assets"), step.get("assets")));
      data.set("map", map(known("map"), step.get("map")));
    }
    ArrayNode events = JSON.createArrayNode();
    step.get("events").forEach(events::add);
    data.path("events").forEach(event -> addUpTo(EVENTS, event, events));
    data.set("events", events);
  }

  /** What it was told of before, or null. */
  private JsonNode known(String name) {
    return data.path(name).isObject() ? data.get(name) : null;
  }

  private static void addUpTo(int most, JsonNode event, ArrayNode events) {
    if (events.size() < most) {
      events.add(event);
    }
  }

  /** Every column that has a number for each time; the rest as it was told last. */
  private static ObjectNode merged(JsonNode old, JsonNode step) {
    ObjectNode merged = JSON.createObjectNode();
    int told = step.get("t").size();
    int kept = 0;
    while (old != null
        && kept < old.get("t").size()
        && old.get("t").get(kept).asLong() < step.get("since").asLong()) {
      kept++;
    }
    for (Map.Entry<String, JsonNode> field : step.properties()) {
      boolean series =
          field.getValue().isArray()
              && field.getValue().size() == told
              && !field.getKey().equals("edges")
              && !field.getKey().equals("moves")
              && !field.getKey().equals("outages")
              && !field.getKey().equals("assets");
      merged.set(
          field.getKey(),
          series && old != null
              ? joined(old.get(field.getKey()), kept, field.getValue())
              : field.getValue());
    }
    return merged;
  }

  private static ArrayNode joined(JsonNode old, int kept, JsonNode told) {
    ArrayNode joined = JSON.createArrayNode();
    for (int i = 0; i < kept; i++) {
      joined.add(old.get(i));
    }
    told.forEach(joined::add);
    return joined;
  }

  private static ArrayNode assets(JsonNode old, JsonNode step) {
    Map<String, JsonNode> assets = byName(old);
    for (JsonNode asset : step) {
      String name = asset.get("asset").asText();
      assets.put(name, merged(assets.get(name), asset));
    }
    ArrayNode all = JSON.createArrayNode();
    assets.values().forEach(all::add);
    return all;
  }

  private static Map<String, JsonNode> byName(JsonNode assets) {
    Map<String, JsonNode> byName = new TreeMap<>();
    if (assets != null) {
      assets.forEach(asset -> byName.put(asset.get("asset").asText(), asset));
    }
    return byName;
  }

  private static ObjectNode map(JsonNode old, JsonNode step) {
    ObjectNode merged = merged(old, step);
    Map<String, JsonNode> assets = byName(old == null ? null : old.get("assets"));
    ArrayNode all = JSON.createArrayNode();
    for (JsonNode asset : step.get("assets")) {
      ObjectNode withTimes = asset.deepCopy();
      withTimes.set("t", step.get("t"));
      withTimes.set("since", step.get("since"));
      JsonNode before = assets.get(asset.get("asset").asText());
      if (before != null) {
        ((ObjectNode) before).set("t", old.get("t"));
      }
      ObjectNode joined = merged(before, withTimes);
      joined.remove("t");
      joined.remove("since");
      all.add(joined);
    }
    merged.set("assets", all);
    return merged;
  }

  JsonNode data() {
    return data;
  }
}
