/** Estimators and tests over plain samples; free of units. */
package dev.gnomon.stats;
