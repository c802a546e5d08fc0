package io.plimsoll.jobs.monitor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Prometheus would see of a task manager's operators. */
final class Scrape {

  private static final String OPERATOR = "flink_taskmanager_job_task_operator_";
  private static final Pattern TYPE = Pattern.compile("# TYPE " + OPERATOR + "(\\w+) (\\w+)");
  private static final Pattern SAMPLE =
      Pattern.compile(OPERATOR + "(\\w+)\\{(.*)\\} (-?[\\d.E+-]+|NaN)");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

  /** One value with its labels. */
  record Sample(String name, Map<String, String> labels, double value) {}

  private final Map<String, String> types = new TreeMap<>();
  private final List<Sample> samples = new ArrayList<>();

  private Scrape(String text) {
    for (String line : text.lines().toList()) {
      Matcher type = TYPE.matcher(line);
      if (type.matches()) {
        types.put(type.group(1), type.group(2));
      }
      Matcher sample = SAMPLE.matcher(line);
      if (sample.matches()) {
        Map<String, String> labels = new TreeMap<>();
        LABEL
            .matcher(sample.group(2))
            .results()
            .forEach(label -> labels.put(label.group(1), label.group(2)));
        samples.add(new Sample(sample.group(1), labels, Double.parseDouble(sample.group(3))));
      }
    }
  }

  static Scrape of(int port) throws IOException, InterruptedException {
    return new Scrape(text(port));
  }

  /** All of it, as it is told. */
  static String text(int port) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/metrics"))
            .timeout(Duration.ofSeconds(10))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  /** Types of Prometheus by name, without the scope. */
  Map<String, String> types() {
    return types;
  }

  List<Sample> samples(String name) {
    return samples.stream().filter(sample -> sample.name().equals(name)).toList();
  }

  /** Over all subtasks. */
  long sum(String name) {
    return (long) samples(name).stream().mapToDouble(Sample::value).sum();
  }

  /** Over all subtasks, by the value of a label; without those that are 0. */
  Map<String, Long> sums(String name, String label) {
    Map<String, Long> sums = new TreeMap<>();
    for (Sample sample : samples(name)) {
      sums.merge(sample.labels().get(label), (long) sample.value(), Long::sum);
    }
    sums.values().removeIf(sum -> sum == 0);
    return sums;
  }
}
