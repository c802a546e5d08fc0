package io.plimsoll.jobs.ledger;

import java.io.Serializable;
import java.util.Comparator;

/** The order of rows within an instant. Only rows with the same bytes may compare as equal. */
@FunctionalInterface
public interface RowOrder<T> extends Comparator<T>, Serializable {}
