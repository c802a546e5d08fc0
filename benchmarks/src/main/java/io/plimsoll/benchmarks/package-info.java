/**
 * What the hot path costs, measured.
 *
 * <p>Run with {@code mvn -q -pl benchmarks -am package -DskipTests} and {@code java -jar
 * benchmarks/target/plimsoll-benchmarks.jar -prof gc}.
 */
package io.plimsoll.benchmarks;
