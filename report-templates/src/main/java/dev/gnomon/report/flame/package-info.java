/** A page that shows where one benchmark's time goes, and where two runs differ. */
package dev.gnomon.report.flame;
