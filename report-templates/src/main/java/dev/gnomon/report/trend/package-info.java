/** The site of trends: an overview, a page for each benchmark and each change, and a feed. */
package dev.gnomon.report.trend;
