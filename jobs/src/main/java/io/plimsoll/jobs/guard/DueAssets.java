package io.plimsoll.jobs.guard;

import java.util.Arrays;

/**
 * Assets by the instant at which something next happens to them: a binary heap whose entries know
 * their place. Not thread-safe.
 *
 * <p>Asking for the first costs nothing, moving an asset O(log assets). So a watermark costs what
 * is due by it, however many assets there are: where there is one for every event, to look at every
 * asset would cost assets × events.
 */
final class DueAssets {

  private GuardState[] heap = new GuardState[16];
  private int size;

  /** The earliest instant of all, or {@link Long#MAX_VALUE}. */
  long first() {
    return size == 0 ? Long.MAX_VALUE : heap[0].next;
  }

  /** The asset whose instant it is; only if there is one. */
  GuardState firstAsset() {
    return heap[0];
  }

  /** Puts an asset at its next instant, for the first time or anew. */
  void moveTo(long instant, GuardState asset) {
    if (asset.place == GuardState.NOWHERE) {
      if (size == heap.length) {
        heap = Arrays.copyOf(heap, 2 * size);
      }
      asset.place = size++;
      asset.next = instant;
      rise(asset);
    } else if (instant < asset.next) {
      asset.next = instant;
      rise(asset);
    } else if (instant > asset.next) {
      asset.next = instant;
      sink(asset);
    }
  }

  private void rise(GuardState asset) {
    int place = asset.place;
    while (place > 0) {
      int parent = (place - 1) >>> 1;
      if (heap[parent].next <= asset.next) {
        break;
      }
      set(heap[parent], place);
      place = parent;
    }
    set(asset, place);
  }

  private void sink(GuardState asset) {
    int place = asset.place;
    while (2 * place + 1 < size) {
      int left = 2 * place + 1;
      int child = left + 1 < size && heap[left + 1].next < heap[left].next ? left + 1 : left;
      if (heap[child].next >= asset.next) {
        break;
      }
      set(heap[child], place);
      place = child;
    }
    set(asset, place);
  }

  private void set(GuardState asset, int place) {
    heap[place] = asset;
    asset.place = place;
  }
}
