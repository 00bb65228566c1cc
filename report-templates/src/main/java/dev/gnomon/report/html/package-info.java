/** The page as HTML. */
package dev.gnomon.report.html;
