/** Benchmarks that the tests measure, good and bad. */
package dev.gnomon.harness.suite;
