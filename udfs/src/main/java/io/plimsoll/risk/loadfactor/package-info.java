/** The load factor: one number an asset that moves all its thresholds (risk model §4). */
package io.plimsoll.risk.loadfactor;
