/** Reads the facts of this machine and of the revision at hand. */
package dev.gnomon.environment.probe;
