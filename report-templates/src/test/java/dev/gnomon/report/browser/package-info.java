/** The page in a real browser. */
package dev.gnomon.report.browser;
