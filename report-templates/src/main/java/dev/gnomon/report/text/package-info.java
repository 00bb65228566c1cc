/** The words and names that every output shares. */
package dev.gnomon.report.text;
