/**
 * How an engine that is not Plimsoll's own judges: the same risk model, called as its documentation
 * says, and the naive scan that every engine's triggers can be held against.
 */
package io.plimsoll.benchmarks.judge;
