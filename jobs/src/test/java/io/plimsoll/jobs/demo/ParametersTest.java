package io.plimsoll.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class ParametersTest {

  @TempDir Path directory;

  @Test
  void everyAssetHasTheTermsThatThePeopleInTheMarketKnow() throws IOException {
    new DemoMarket(1, 1).write(directory);
    Map<?, ?> parameters =
        (Map<?, ?>)
            new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(directory.resolve("parameters.yaml")));
    Map<?, ?> assets = (Map<?, ?>) parameters.get("assets");

    assertThat(assets).hasSize(DemoAsset.values().length);
    for (DemoAsset asset : DemoAsset.values()) {
      Map<?, ?> terms = (Map<?, ?>) assets.get(asset.text());
      assertThat(terms.get("liquidationThreshold")).as(asset.text()).isEqualTo(asset.threshold());
      assertThat(terms.get("bonus")).as(asset.text()).isEqualTo(asset.bonus());
      Object venue = terms.get("venue");
      assertThat(venue == null ? "main" : venue).as(asset.text()).isEqualTo(asset.venue());
      if (DemoAsset.PERPETUALS.contains(asset)) {
        assertThat(terms.get("maintenanceMargin")).isEqualTo(asset.maintenance());
      }
    }
  }
}
