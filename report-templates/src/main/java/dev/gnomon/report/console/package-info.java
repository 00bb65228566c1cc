/** An evaluation or a run as lines for a terminal or a build log. */
package dev.gnomon.report.console;
