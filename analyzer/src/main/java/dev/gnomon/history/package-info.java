/**
 * What an archive says about each benchmark over time: series, their shifts, what moved together.
 */
package dev.gnomon.history;
