/** Benchmarks that are slowed on purpose, to see the gate catch them. */
package dev.gnomon.maven.canary;
