package io.plimsoll.jobs.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.junit.jupiter.api.Test;

class OptionsPageTest {

  private static final Path PAGE = Path.of("../docs/options.md");

  @Test
  void thePageSaysWhatTheCodeDoes() throws IOException {
    String markdown = OptionsPage.markdown();
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(PAGE, markdown);
    }

    assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
        .as(
            "docs/options.md is generated; write it anew with: mvn -pl jobs -am test"
                + " -Dtest=OptionsPageTest -Dsurefire.failIfNoSpecifiedTests=false"
                + " -Ddocs.write=true")
        .isEqualTo(markdown);
  }

  @Test
  void noOptionIsLeftOut() throws IllegalAccessException {
    List<ConfigOption<?>> declared = new ArrayList<>();
    for (Class<?> options :
        List.of(MonitorOptions.class, HistoryOptions.class, AlertOptions.class)) {
      for (Field field : options.getFields()) {
        if (field.get(null) instanceof ConfigOption<?> option) {
          declared.add(option);
        }
      }
    }

    assertThat(MonitorOptions.ALL).containsExactlyInAnyOrderElementsOf(declared);
  }
}
