/** Answers to questions as text: a table, CSV, JSON, Markdown or a page. */
package dev.gnomon.report.answer;
