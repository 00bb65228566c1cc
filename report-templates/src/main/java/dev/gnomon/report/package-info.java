/** Writes everything that people and other tools read of an evaluation, through one output port. */
package dev.gnomon.report;
