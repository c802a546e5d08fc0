package io.plimsoll.jobs.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.contract.AssetParameters;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;

/**
 * The same asset, told by a file or by a topic: the same keys, and the same when nothing is told.
 */
class ContractDefaultsTest {

  private static final Schema SCHEMA = AssetParameters.getClassSchema();
  private static final SpecificData MODEL = SpecificData.getForClass(AssetParameters.class);

  @Test
  void theTopicHasTheKeysOfTheFile() {
    Set<String> fields = new HashSet<>();
    SCHEMA.getFields().forEach(field -> fields.add(field.name()));
    Set<String> expected = new HashSet<>(Set.of("timestamp", "asset"));
    AssetKeys.TABLE.forEach(key -> expected.add(fieldOf(key)));

    assertThat(fields).isEqualTo(expected);
  }

  @Test
  void theTopicHasTheDefaultsOfTheFile() {
    for (Key<?, ?> key : AssetKeys.TABLE) {
      Object inTopic = MODEL.getDefaultValue(SCHEMA.getField(fieldOf(key)));
      boolean told = key.otherwiseInWords().isEmpty();

      assertThat(inTopic)
          .as(key.name())
          .usingComparator(ContractDefaultsTest::asNumbersOrAsTheyAre)
          .isEqualTo(told ? key.otherwise() : null);
    }
  }

  private static int asNumbersOrAsTheyAre(Object one, Object other) {
    if (one instanceof BigDecimal a && other instanceof BigDecimal b) {
      return a.compareTo(b);
    }
    return Objects.equals(one, other) ? 0 : 1;
  }

  private static String fieldOf(Key<?, ?> key) {
    return key.name() + (key.notation() instanceof DurationNotation ? "Ms" : "");
  }
}
