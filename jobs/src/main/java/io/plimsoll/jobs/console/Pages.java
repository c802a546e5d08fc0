package io.plimsoll.jobs.console;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pages that are open, and the beat by which they are told. For several threads. */
final class Pages {

  private static final Logger LOG = LoggerFactory.getLogger(Pages.class);

  private final int most;
  private final List<Client> joining = new ArrayList<>();
  private final List<Client> open = new ArrayList<>();

  /**
   * No pages yet.
   *
   * @param most how many may be open
   */
  Pages(int most) {
    this.most = most;
  }

  /**
   * Takes a page in: with the next frame it is told all, and from then on what is new.
   *
   * @return false if there are too many
   */
  synchronized boolean join(Client client) {
    if (count() >= most) {
      return false;
    }
    joining.add(client);
    return true;
  }

  synchronized void leave(Client client) {
    joining.remove(client);
    open.remove(client);
  }

  synchronized int count() {
    return joining.size() + open.size();
  }

  private synchronized boolean isAnybodyNew() {
    return !joining.isEmpty();
  }

  /** Makes a frame and has all pages told. One thread. */
  void beat(Frames frames) throws IOException {
    Frames.Frame frame = frames.next(isAnybodyNew());
    byte[] step = Client.event("step", frame.step());
    byte[] all = frame.all().map(text -> Client.event("all", text)).orElse(null);
    List<Client> dropped = tell(step, all);
    dropped.forEach(client -> LOG.warn("a page that does not read is dropped"));
  }

  private synchronized List<Client> tell(byte[] step, byte[] all) {
    List<Client> dropped = new ArrayList<>();
    for (Client client : List.copyOf(open)) {
      if (!client.tell(step)) {
        open.remove(client);
        dropped.add(client);
      }
    }
    if (all != null) {
      for (Client client : joining) {
        boolean unused = client.tell(all);
        open.add(client);
      }
      joining.clear();
    }
    return dropped;
  }

  /** Ends all of them. */
  synchronized void close() {
    joining.forEach(Client::drop);
    open.forEach(Client::drop);
  }
}
