/** Obtains the base side of a comparison: finds its commit, checks it out, builds and keeps it. */
package dev.gnomon.maven.base;
