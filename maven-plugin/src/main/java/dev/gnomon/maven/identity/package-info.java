/** Whether all that a benchmark can reach is the same on two sides, so that it need not be run. */
package dev.gnomon.maven.identity;
