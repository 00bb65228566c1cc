/** Starts the JVMs that measure, reads their events and bounds their time. */
package dev.gnomon.measure.process;
