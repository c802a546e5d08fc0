package io.plimsoll.jobs.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the page together: its text, its looks, its scripts and its data in one file. */
final class ReportPage {

  /** Writes the data where they belong. */
  interface Data {
    void write(Writer out) throws IOException;
  }

  private static final String WEB = "/web/";
  private static final String CHARTS = WEB + "uplot/";
  private static final Pattern PLACE = Pattern.compile("/\\*\\{([a-z.]+)}\\*/");
  private static final String DATA = "data";

  private ReportPage() {}

  static void write(Path file, Data data) throws IOException {
    Path half = file.resolveSibling("." + file.getFileName() + ".half");
    try (Writer out = Files.newBufferedWriter(half, StandardCharsets.UTF_8)) {
      write(out, data);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(half);
      throw e;
    }
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void write(Writer out, Data data) throws IOException {
    String page = resource(WEB + "report.html");
    Map<String, String> parts =
        Map.of(
            "uplot.css", resource(CHARTS + "uPlot.min.css"),
            "pictures.css", resource(WEB + "pictures/pictures.css"),
            "page.css", resource(WEB + "pictures/page.css"),
            "report.css", resource(WEB + "report/report.css"),
            "uplot.js", resource(CHARTS + "uPlot.iife.min.js"),
            "scripts", scripts());
    Matcher place = PLACE.matcher(page);
    int from = 0;
    while (place.find()) {
      out.write(page, from, place.start() - from);
      if (place.group(1).equals(DATA)) {
        out.flush();
        data.write(new Unclosed(out));
      } else {
        out.write(parts.get(place.group(1)));
      }
      from = place.end();
    }
    out.write(page, from, page.length() - from);
  }

  private static String scripts() throws IOException {
    List<String> scripts = new ArrayList<>();
    for (String name : resource(WEB + "scripts.txt").lines().toList()) {
      scripts.add(resource(WEB + name));
    }
    return String.join("\n", scripts);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("resource " + name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The page goes on behind its data. */
  private static final class Unclosed extends Writer {

    private final Writer out;

    Unclosed(Writer out) {
      this.out = out;
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
      out.write(text, from, length);
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.flush();
    }
  }
}
