package io.plimsoll.jobs.alert.delivery;

/**
 * How patient a delivery is, and how fast.
 *
 * @param timeoutMs how long a request may take, all of it, milliseconds
 * @param retryForMs how long a notice is tried after it was handed over, milliseconds
 * @param perMinute requests a minute at most
 */
public record DeliveryRules(long timeoutMs, long retryForMs, int perMinute) {

  public static final DeliveryRules DEFAULTS = new DeliveryRules(10_000, 900_000, 600);
}
