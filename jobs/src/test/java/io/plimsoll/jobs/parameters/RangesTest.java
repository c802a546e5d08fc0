package io.plimsoll.jobs.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.plimsoll.risk.parameters.BarRules;
import io.plimsoll.risk.parameters.ForecastRules;
import io.plimsoll.risk.parameters.GuardRules;
import io.plimsoll.risk.parameters.LevelRules;
import io.plimsoll.risk.parameters.LoadFactorRules;
import io.plimsoll.risk.parameters.MarginRules;
import io.plimsoll.risk.parameters.ParameterException;
import io.plimsoll.risk.parameters.RateRules;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ranges of the tables and the checks of the records are two; here they are held together. */
class RangesTest {

  private static final List<String> PROBES =
      List.of("-1", "-0.0001", "0", "0.0001", "0.9", "1", "1.0001", "9", "10", "10.001", "1000");

  private static final Map<String, Key<?, ?>> KEYS = keys();

  static final List<Record> RULES =
      List.of(
          BarRules.DEFAULTS,
          LevelRules.DEFAULTS,
          ForecastRules.DEFAULTS,
          GuardRules.DEFAULTS,
          RateRules.DEFAULTS,
          LoadFactorRules.DEFAULTS,
          MarginRules.DEFAULTS);

  @ParameterizedTest
  @FieldSource("RULES")
  void whatARecordRefusesTheTableRefusesToo(Record defaults) throws ReflectiveOperationException {
    RecordComponent[] components = defaults.getClass().getRecordComponents();
    for (int i = 0; i < components.length; i++) {
      for (String probe : PROBES) {
        Object value = as(components[i].getType(), probe);
        refusal(defaults, i, value).ifPresent(refused -> assertRefused(refused, value));
      }
    }
  }

  @Test
  void whatTheTableAllowsOfAnAssetTheRecordsAllow() {
    for (Key<?, ?> key : AssetKeys.TABLE) {
      // An anchor is refused alone.
      String partner = key.name().equals("anchorRate") ? ", anchorTime: 2026-01-31" : "";
      for (String probe : PROBES) {
        if (key.notation().read(probe).isPresent() && !breaksARule(key.name(), probe)) {
          assertAllowed("assets: {ETH: {" + key.name() + ": " + probe + partner + "}}");
        }
      }
    }
  }

  @Test
  void whatTheTableAllowsGloballyTheRecordsAllow() {
    for (Key<?, ?> key : GlobalKeys.TABLE) {
      for (String probe : PROBES) {
        if (key.notation().read(probe).isPresent()) {
          assertAllowed("assets: {ETH: {}}\nglobal: {" + key.name() + ": " + probe + "}");
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"criticalHealthFactor", "recoveryRatio"})
  void aZeroThatWouldBeTakenForAbsentCannotBeWritten(String name) {
    assertThat(KEYS.get(name).notation().read("0")).isEmpty();
  }

  private static void assertAllowed(String yaml) {
    assertThatCode(() -> ParameterFile.parse("p", yaml)).as(yaml).doesNotThrowAnyException();
  }

  private static void assertRefused(ParameterException refused, Object value) {
    if (refused.allowed().contains("liquidationThreshold·(1 + bonus)")) {
      return; // a rule between keys, which no table holds
    }
    Key<?, ?> key = KEYS.get(refused.key());
    assertThat(key).as(refused.getMessage()).isNotNull();
    String written = key.notation() instanceof DurationNotation ? value + "ms" : value.toString();
    assertThat(key.notation().read(written)).as(refused.getMessage()).isEmpty();
  }

  /** A threshold of 1 leaves no room for the default bonus. */
  private static boolean breaksARule(String key, String probe) {
    return key.equals("liquidationThreshold")
        && new BigDecimal(probe).compareTo(new BigDecimal("0.95")) > 0;
  }

  private static Optional<ParameterException> refusal(Record defaults, int changed, Object value)
      throws ReflectiveOperationException {
    RecordComponent[] components = defaults.getClass().getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = i == changed ? value : components[i].getAccessor().invoke(defaults);
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      defaults.getClass().getDeclaredConstructor(types).newInstance(values);
      return Optional.empty();
    } catch (InvocationTargetException e) {
      return Optional.of((ParameterException) e.getCause());
    }
  }

  private static Object as(Class<?> type, String probe) {
    BigDecimal number = new BigDecimal(probe);
    if (type == BigDecimal.class) {
      return number;
    }
    if (type == double.class) {
      return number.doubleValue();
    }
    if (type == long.class) {
      return number.longValue();
    }
    if (type == int.class) {
      return number.intValue();
    }
    // A flag or a choice has no range.
    return type == boolean.class ? (Object) true : type.getEnumConstants()[0];
  }

  private static Map<String, Key<?, ?>> keys() {
    Map<String, Key<?, ?>> keys = new TreeMap<>();
    Stream.of(AssetKeys.TABLE, GlobalKeys.TABLE)
        .<Key<?, ?>>flatMap(List::stream)
        .forEach(key -> keys.put(key.name(), key));
    return keys;
  }
}
