/** Runs in the formats of other tools. */
package dev.gnomon.report.exchange;
