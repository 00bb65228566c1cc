/** Whether a benchmark can reach anything that differs between two sides. */
package dev.gnomon.maven.identity;
