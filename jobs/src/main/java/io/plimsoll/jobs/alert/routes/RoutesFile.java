package io.plimsoll.jobs.alert.routes;

import io.plimsoll.jobs.alert.AccountNames;
import io.plimsoll.jobs.alert.QuietHours;
import io.plimsoll.jobs.alert.Route;
import io.plimsoll.jobs.alert.delivery.DeliveryRules;
import io.plimsoll.jobs.alert.notify.NotifierSettings;
import io.plimsoll.jobs.alert.notify.NotifierSettings.Kind;
import io.plimsoll.jobs.parameters.Key;
import io.plimsoll.jobs.parameters.NameNotation;
import io.plimsoll.jobs.parameters.ParameterFileException;
import io.plimsoll.jobs.parameters.Section;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code alerts.yaml} (docs/alerts.md), or refuses it with one line. */
public final class RoutesFile {

  private static final String GROUPS = "groups";
  private static final String NOTIFIERS = "notifiers";
  private static final String ROUTES = "routes";
  private static final String WHAT = "a mapping with the keys notifiers, groups and routes";

  private static final NameNotation ACCOUNT =
      new NameNotation("an account's name, or its start and a *");
  private static final NameNotation GROUP = new NameNotation("a group's name");
  private static final NameNotation NOTIFIER = new NameNotation("a notifier's name");

  private final Section top;
  private final Map<String, NotifierSettings> notifiers = new LinkedHashMap<>();
  private final Map<String, List<String>> groups = new LinkedHashMap<>();

  private RoutesFile(Section top) {
    this.top = top.only(List.of(NOTIFIERS, GROUPS, ROUTES));
  }

  /**
   * Reads a file.
   *
   * @throws ParameterFileException with one line that says what is wrong and what is allowed
   */
  public static AlertRoutes load(Path file) {
    return new RoutesFile(Section.load(file, WHAT)).read();
  }

  /**
   * Reads a text.
   *
   * @param file its name, for the line of a refusal
   * @throws ParameterFileException with one line that says what is wrong and what is allowed
   */
  public static AlertRoutes parse(String file, String yaml) {
    return new RoutesFile(Section.parse(file, yaml, WHAT)).read();
  }

  private AlertRoutes read() {
    Section named = top.section(NOTIFIERS, "a mapping from a notifier's name to what it is");
    for (String name : named.names()) {
      notifiers.put(name, notifier(name, named.section(name, "a mapping: kind, url, …")));
    }
    Section grouped = top.section(GROUPS, "a mapping from a group's name to its accounts");
    for (String name : grouped.names()) {
      groups.put(name, grouped.values(name, ACCOUNT));
    }
    Section routed = top.section(ROUTES, "a mapping from a route's name to what it tells whom");
    Map<String, Route> routes = new LinkedHashMap<>();
    for (String name : routed.names()) {
      routes.put(name, route(name, routed.section(name, "a mapping: accounts, notifiers, …")));
    }
    if (routes.isEmpty()) {
      throw top.refuse(ROUTES, "no route", "a mapping with at least one");
    }
    return new AlertRoutes(routes, notifiers);
  }

  private static NotifierSettings notifier(String name, Section said) {
    said.only(NotifierKeys.NAMES);
    must(said, NotifierKeys.KIND);
    must(said, NotifierKeys.URL);
    NotifierSettings settings =
        new NotifierSettings(
            name,
            said.value(NotifierKeys.KIND),
            said.value(NotifierKeys.URL),
            said.value(NotifierKeys.SECRET_FILE),
            said.value(NotifierKeys.ALLOW_PRIVATE),
            new DeliveryRules(
                said.value(NotifierKeys.TIMEOUT),
                said.value(NotifierKeys.RETRY_FOR),
                said.value(NotifierKeys.PER_MINUTE)));
    if (settings.kind() != Kind.ALERTMANAGER) {
      must(said, NotifierKeys.SECRET_FILE);
    } else if (said.has(NotifierKeys.SECRET_FILE.name())) {
      throw said.refuse(
          NotifierKeys.SECRET_FILE.name(),
          "this key",
          "it for the other kinds: an ALERTMANAGER has no secret");
    }
    if (!settings.allowPrivate() && !settings.url().getScheme().equals(UrlNotation.TLS)) {
      throw said.refuse(
          NotifierKeys.URL.name(),
          settings.url().getScheme(),
          "https, or http with allowPrivate: true");
    }
    return settings;
  }

  private Route route(String name, Section said) {
    said.only(RouteKeys.NAMES);
    return new Route(
        name,
        accounts(said),
        said.value(RouteKeys.FROM),
        said.value(RouteKeys.MIN_DEBT),
        told(said),
        said.value(RouteKeys.DIGEST_ABOVE),
        said.value(RouteKeys.WINDOW),
        said.value(RouteKeys.REPEAT),
        said.value(RouteKeys.REMEMBER),
        said.has(RouteKeys.QUIET)
            ? Optional.of(quiet(said.section(RouteKeys.QUIET, "a mapping: from, to, zone, below")))
            : Optional.empty());
  }

  private AccountNames accounts(Section said) {
    List<String> names = new ArrayList<>(said.values(RouteKeys.ACCOUNTS, ACCOUNT));
    for (String group : said.values(RouteKeys.GROUPS, GROUP)) {
      if (!groups.containsKey(group)) {
        throw said.refuse(RouteKeys.GROUPS, "the group " + group, "one that groups names");
      }
      names.addAll(groups.get(group));
    }
    if (names.isEmpty()) {
      throw said.refuse(
          RouteKeys.ACCOUNTS, "no account", "a sequence of " + ACCOUNT.range() + ", or groups");
    }
    return new AccountNames(names);
  }

  private List<String> told(Section said) {
    List<String> names = said.values(RouteKeys.NOTIFIERS, NOTIFIER);
    for (String name : names) {
      if (!notifiers.containsKey(name)) {
        throw said.refuse(
            RouteKeys.NOTIFIERS, "the notifier " + name, "one of " + notifiers.keySet());
      }
    }
    if (names.isEmpty()) {
      throw said.refuse(RouteKeys.NOTIFIERS, "nobody", "a sequence of at least one notifier");
    }
    return names.stream().distinct().toList();
  }

  private static QuietHours quiet(Section said) {
    said.only(RouteKeys.QUIET_NAMES);
    LocalTime from = must(said, RouteKeys.QUIET_FROM);
    LocalTime to = must(said, RouteKeys.QUIET_TO);
    if (from.equals(to)) {
      throw said.refuse(RouteKeys.QUIET_TO.name(), to.toString(), "another time than from");
    }
    return new QuietHours(
        from, to, must(said, RouteKeys.QUIET_ZONE), said.value(RouteKeys.QUIET_BELOW));
  }

  /** The value of a key that has no default. */
  private static <T> T must(Section said, Key<?, T> key) {
    if (!said.has(key.name())) {
      throw said.refuse(key.name(), "a mapping without this key", key.notation().allowed());
    }
    return said.value(key);
  }
}
