/** Searching a history for the commit that made a benchmark slower or faster. */
package dev.gnomon.bisect;
