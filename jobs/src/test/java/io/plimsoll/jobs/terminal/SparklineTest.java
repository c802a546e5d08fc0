package io.plimsoll.jobs.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SparklineTest {

  private final Sparkline course = new Sparkline();

  @Test
  void goesFromTheLowestBlockToTheHighest() {
    for (int i = 0; i < 8; i++) {
      course.add(i);
    }
    assertThat(course.draw(8)).isEqualTo("▁▂▃▄▅▆▇█");
  }

  @Test
  void endsAtTheLatestValueWhenItIsSqueezed() {
    for (int i = 0; i < 80; i++) {
      course.add(i);
    }
    course.add(0);
    assertThat(course.draw(10)).hasSize(10).startsWith("▂").endsWith("▁");
  }

  @Test
  void staysShortWhileLittleIsKnown() {
    course.add(1);
    assertThat(course.draw(10)).isEqualTo("▅");
    assertThat(new Sparkline().draw(10)).isEmpty();
  }

  @Test
  void showsTheWholeCourseHoweverLongItIs() {
    for (int i = 0; i < 100_000; i++) {
      course.add(Math.abs(i - 50_000));
    }
    assertThat(course.draw(9)).hasSize(9).isEqualTo("▆▅▃▂▂▃▅▆█");
  }
}
