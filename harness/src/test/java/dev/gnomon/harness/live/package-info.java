/** Long measurements on a real machine, for figures in the documents; no tests. */
package dev.gnomon.harness.live;
