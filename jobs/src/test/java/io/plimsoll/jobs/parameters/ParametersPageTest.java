package io.plimsoll.jobs.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ParametersPageTest {

  private static final Path PAGE = Path.of("../docs/parameters.md");

  @Test
  void thePageSaysWhatTheCodeDoes() throws IOException {
    String markdown = ParametersPage.markdown();
    if (Boolean.getBoolean("docs.write")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, markdown);
    }

    assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
        .as(
            "docs/parameters.md is generated; write it anew with: mvn -pl jobs -am test"
                + " -Dtest=ParametersPageTest -Dsurefire.failIfNoSpecifiedTests=false"
                + " -Ddocs.write=true")
        .isEqualTo(markdown);
  }

  @Test
  void itsExampleIsAllowed() {
    String page = ParametersPage.markdown();
    String start = "```yaml\n";
    int from = page.indexOf(start) + start.length();
    String example = page.substring(from, page.indexOf("```", from));

    assertThat(ParameterFile.parse("parameters.yaml", example).categories()).containsKey("eth");
  }
}
