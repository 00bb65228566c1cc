/** Runs inside the benchmark's JVMs: lists benchmarks, runs forks, records each iteration. */
package dev.gnomon.harness;
