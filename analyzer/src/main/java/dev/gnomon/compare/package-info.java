/** Pairs candidate with baseline and estimates each change. */
package dev.gnomon.compare;
