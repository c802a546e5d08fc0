package io.plimsoll.benchmarks.kafka;

import io.plimsoll.benchmarks.market.Account;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Takes accounts, many in a record: the driver commits after every record, and a load of single
 * ones would be about nothing else.
 */
final class AccountsProcessor implements Processor<String, List<Account>, Void, Void> {

  private HolderStores stores;

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    stores = new HolderStores(context::getStateStore);
  }

  @Override
  public void process(Record<String, List<Account>> record) {
    record.value().forEach(stores::put);
  }
}
