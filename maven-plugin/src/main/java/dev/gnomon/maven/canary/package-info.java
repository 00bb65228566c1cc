/** Benchmarks made slower on purpose, to see whether the gate notices. */
package dev.gnomon.maven.canary;
