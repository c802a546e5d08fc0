package io.plimsoll.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a job goes on from. */
class RestorePointTest {

  private static final String OURS = "17b802d4c6c672a55fbdaa9d0364343a";
  private static final String OTHERS = "00000000000000000000000000000001";

  @TempDir private Path data;

  private Path point(String path, long second) throws IOException {
    Path point = Files.createDirectories(data.resolve(path));
    Path metadata = Files.writeString(point.resolve("_metadata"), "");
    Files.setLastModifiedTime(metadata, FileTime.fromMillis(second * 1000));
    return point;
  }

  @Test
  void isTheNewestCheckpoint() throws IOException {
    point("checkpoints/" + OURS + "/chk-9", 1);
    Path newest = point("checkpoints/" + OURS + "/chk-10", 2);
    assertThat(RestorePoint.newest(data, List.of(OURS))).contains(newest);
  }

  @Test
  void isASavepointThatIsNewer() throws IOException {
    point("checkpoints/" + OURS + "/chk-9", 1);
    Path newest = point("savepoints/savepoint-17b802-40cf9ef1b340", 2);
    assertThat(RestorePoint.newest(data, List.of(OURS))).contains(newest);
  }

  @Test
  void isNoneThatIsNotComplete() throws IOException {
    Path complete = point("checkpoints/" + OURS + "/chk-9", 1);
    Files.createDirectories(data.resolve("checkpoints/" + OURS + "/chk-10"));
    assertThat(RestorePoint.newest(data, List.of(OURS))).contains(complete);
  }

  @Test
  void isNoneOfAnotherJob() throws IOException {
    point("checkpoints/" + OTHERS + "/chk-9", 1);
    point("savepoints/savepoint-000000-40cf9ef1b340", 2);
    assertThat(RestorePoint.newest(data, List.of(OURS))).isEmpty();
  }

  @Test
  void isThatOfAnEarlierRunOfTheJobIfTheLastHasNone() throws IOException {
    Path earlier = point("checkpoints/" + OTHERS + "/chk-9", 1);
    assertThat(RestorePoint.newest(data, List.of(OURS, OTHERS))).contains(earlier);
  }
}
