/** JMH: what one judgement costs and allocates. Run with {@code ./plimsoll bench micro}. */
package io.plimsoll.benchmarks.micro;
