package io.plimsoll.twin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A whole case in memory: what the twin evaluates and what production can be fed from files.
 *
 * @param files sorted by name
 * @param parameters of {@code parameters.yaml}, nested maps that end in the strings as written
 */
public record TwinMarket(List<TwinFile> files, Map<String, Object> parameters) {
  static final List<String> KINDS =
      List.of("quotes", "candles", "indices", "stress", "accounts", "positions");

  /** Keeps the order that ties are decided by. */
  public TwinMarket {
    files = new ArrayList<>(files);
    files.sort(Comparator.comparing(TwinFile::name, CodePoints.ORDER));
  }

  /** Reads a case directory of §12. */
  public static TwinMarket read(Path directory) throws IOException {
    List<Path> paths;
    try (Stream<Path> found = Files.list(directory)) {
      paths = found.filter(Files::isRegularFile).toList();
    }
    List<TwinFile> files = new ArrayList<>();
    for (Path path : paths) {
      String name = path.getFileName().toString();
      boolean input = KINDS.stream().anyMatch(name::startsWith);
      if (input && (name.endsWith(".csv") || name.endsWith(".csv.gz"))) {
        files.add(readCsv(path));
      }
    }
    return new TwinMarket(files, ParametersYaml.read(directory.resolve("parameters.yaml")));
  }

  private static TwinFile readCsv(Path path) throws IOException {
    String name = path.getFileName().toString();
    try (InputStream raw = Files.newInputStream(path);
        InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      List<String> header = cells(lines.readLine());
      List<List<String>> rows = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        rows.add(cells(line));
      }
      return new TwinFile(name, header, rows);
    }
  }

  private static List<String> cells(String line) {
    return Arrays.asList(line.split(",", -1));
  }

  /** Writes a case directory that {@link #read} reads back as the same market. */
  public void write(Path directory) throws IOException {
    Files.createDirectories(directory);
    for (TwinFile file : files) {
      try (OutputStream raw = Files.newOutputStream(directory.resolve(file.name()));
          OutputStream out = file.name().endsWith(".gz") ? new GZIPOutputStream(raw) : raw;
          Writer csv = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
        csv.write(String.join(",", file.header()) + "\n");
        for (int row = 0; row < file.rows().size(); row++) {
          csv.write(file.record(row) + "\n");
        }
      }
    }
    Files.writeString(directory.resolve("parameters.yaml"), ParametersYaml.write(parameters));
  }

  /** The same market with liquidations carried out on paper, beside some of its own. */
  public TwinMarket onPaper(long seed) {
    Map<String, Object> changed = new LinkedHashMap<>(parameters);
    Map<String, Object> global = new LinkedHashMap<>();
    ((Map<?, ?>) parameters.get("global")).forEach((key, value) -> global.put("" + key, value));
    global.put("execution", "PAPER");
    global.computeIfPresent("targetHealthFactor", (key, h) -> h.equals("1") ? "1.01" : h);
    changed.put("global", global);
    List<TwinFile> more = new ArrayList<>(files);
    more.add(HistoricLiquidators.of(this, seed));
    return new TwinMarket(more, changed);
  }

  /** The files of one kind, by name. */
  List<TwinFile> filesOf(String kind) {
    return files.stream().filter(file -> file.is(kind)).toList();
  }
}
