package io.plimsoll.jobs.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of the page: those that it names, and no other. */
final class WebFiles {

  /** A file as it is sent. */
  record WebFile(String type, String content) {}

  private static final String WEB = "/web/";
  private static final String ASSETS = "/assets/";
  private static final Pattern NAMED = Pattern.compile("(?:src|href)=\"(/assets/[\\w./-]+)\"");

  private final Map<String, WebFile> files = new HashMap<>();

  /** Reads them. */
  WebFiles() throws IOException {
    for (String page : new String[] {"console.html", "console-token.html"}) {
      WebFile file = read(page);
      files.put('/' + page, file);
      Matcher named = NAMED.matcher(file.content());
      while (named.find()) {
        String path = named.group(1);
        files.put(path, read(path.substring(ASSETS.length())));
      }
    }
  }

  private static WebFile read(String name) throws IOException {
    try (InputStream in = WebFiles.class.getResourceAsStream(WEB + name)) {
      if (in == null) {
        throw new IOException("resource " + WEB + name + " is missing");
      }
      return new WebFile(type(name), new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "html" -> "text/html; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      default -> "application/octet-stream";
    };
  }

  /** The page itself. */
  WebFile page() {
    return files.get("/console.html");
  }

  /** The page for who has to say the token first. */
  WebFile tokenPage() {
    return files.get("/console-token.html");
  }

  /** What stands at a path. */
  Optional<WebFile> at(String path) {
    return path.startsWith(ASSETS) ? Optional.ofNullable(files.get(path)) : Optional.empty();
  }
}
