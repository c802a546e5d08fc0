package io.plimsoll.jobs.rest;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a JobManager's REST interface is, as people tell it.
 *
 * @param host a name or number
 * @param port from 0 to 99999
 */
public record RestAddress(String host, String port) {

  private static final Pattern FORM = Pattern.compile("([^\\s:/]+):(\\d{1,5})");

  /**
   * Reads {@code host:port}.
   *
   * @throws JobException for anything else
   */
  public static RestAddress of(String told) {
    Matcher form = FORM.matcher(told);
    if (!form.matches()) {
      throw new JobException('"' + told + "\" is no JobManager's address; allowed is host:port");
    }
    return new RestAddress(form.group(1), form.group(2));
  }

  /**
   * A client of this JobManager.
   *
   * @param flink options of the cluster, of which those of {@link RestTls} count
   */
  public RestClient client(Map<String, String> flink) {
    RestTls tls = new RestTls(flink);
    return new RestClient(List.of(URI.create(tls.scheme() + "://" + this)), tls.client());
  }

  /** As it was told. */
  @Override
  public String toString() {
    return host + ':' + port;
  }
}
