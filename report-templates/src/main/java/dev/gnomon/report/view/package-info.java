/** What the page shows: one record, from which a template prints and decides nothing. */
package dev.gnomon.report.view;
