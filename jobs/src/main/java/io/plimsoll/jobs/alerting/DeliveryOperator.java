package io.plimsoll.jobs.alerting;

import io.plimsoll.jobs.alert.delivery.Delivery;
import io.plimsoll.jobs.alert.delivery.DeliveryRules;
import io.plimsoll.jobs.alert.delivery.Dispatcher;
import io.plimsoll.jobs.alert.delivery.Outbox;
import io.plimsoll.jobs.alert.delivery.Receipt;
import io.plimsoll.jobs.alert.notify.HttpSender;
import io.plimsoll.jobs.alert.notify.NotifierSettings;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.concurrent.ExecutorThreadFactory;

/**
 * Delivers, without ever waiting: requests run in threads of their own, at most one a notifier, and
 * their outcomes come back through the mailbox. What waits is state, so each delivery is made at
 * least once. One subtask: order, pace and breaker of a notifier are those of all.
 */
final class DeliveryOperator extends AbstractStreamOperator<Receipt>
    implements OneInputStreamOperator<Delivery, Receipt> {

  private static final long serialVersionUID = 1L;

  private final String file;
  private final long everyMs;
  private final transient MailboxExecutor mailbox;

  private transient WatchedRoutes watched;
  private transient ExecutorService threads;
  private transient Dispatcher dispatcher;
  private transient DeliveryMetrics counted;
  private transient ListState<Delivery> saved;
  private transient long timer;

  DeliveryOperator(StreamOperatorParameters<Receipt> parameters, String file, long everyMs) {
    super(parameters);
    this.file = file;
    this.everyMs = everyMs;
    this.mailbox = parameters.getMailboxExecutor();
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    saved =
        context
            .getOperatorStateStore()
            .getListState(new ListStateDescriptor<>("waiting", DeliverySerializer.INSTANCE));
  }

  @Override
  public void open() throws Exception {
    super.open();
    watched = new WatchedRoutes(file);
    threads = Executors.newCachedThreadPool(new ExecutorThreadFactory("plimsoll-notifiers"));
    timer = Outbox.NEVER;
    dispatcher =
        new Dispatcher(
            this::rules,
            new HttpSender(this::notifier, threads, this::now),
            outcome -> mailbox.execute(() -> run(outcome), "outcome of a delivery"),
            new Ends(),
            this::now,
            () -> ThreadLocalRandom.current().nextDouble());
    counted = new DeliveryMetrics(getMetricGroup());
    for (Delivery delivery : saved.get()) {
      dispatcher.add(delivery);
    }
    watched.watch(getProcessingTimeService(), everyMs, () -> {});
    waitForDue();
  }

  private void run(Runnable outcome) {
    outcome.run();
    waitForDue();
  }

  private Optional<NotifierSettings> notifier(String name) {
    return Optional.ofNullable(watched.routes().notifiers().get(name));
  }

  private DeliveryRules rules(String name) {
    return notifier(name).map(NotifierSettings::rules).orElse(DeliveryRules.DEFAULTS);
  }

  private long now() {
    return getProcessingTimeService().getCurrentProcessingTime();
  }

  /** Receipts go on; who is broken is told in the log, for a metric has no names. */
  private final class Ends implements Dispatcher.Listener {

    @Override
    public void ended(Receipt receipt) {
      counted.ended(receipt.end());
      output.collect(new StreamRecord<>(receipt));
    }

    @Override
    public void broke(String notifier, String detail) {
      LOG.warn("notifier {} fails again and again, now and then it is tried: {}", notifier, detail);
    }

    @Override
    public void mended(String notifier) {
      LOG.info("notifier {} answers again", notifier);
    }
  }

  @Override
  public void processElement(StreamRecord<Delivery> element) {
    Delivery delivery = element.getValue();
    // One that is known no more is refused by name when its turn comes.
    boolean useful =
        notifier(delivery.notifier())
            .map(notifier -> notifier.kind().takes(delivery.notice()))
            .orElse(true);
    if (useful) {
      dispatcher.add(delivery);
      waitForDue();
    }
  }

  /** One timer at a time, the earliest. */
  private void waitForDue() {
    counted.update(dispatcher);
    long due = dispatcher.due();
    if (due < timer) {
      timer = due;
      ScheduledFuture<?> unused = getProcessingTimeService().registerTimer(due, this::wake);
    }
  }

  private void wake(long time) {
    if (time >= timer) {
      timer = Outbox.NEVER;
    }
    dispatcher.wake();
    waitForDue();
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    saved.update(dispatcher.waiting());
  }

  @Override
  public void close() throws Exception {
    if (threads != null) {
      threads.shutdownNow();
    }
    super.close();
  }
}
