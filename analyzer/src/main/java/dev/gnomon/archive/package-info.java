/** The archive of runs, append-only: a port and the choice of a baseline from it. */
package dev.gnomon.archive;
