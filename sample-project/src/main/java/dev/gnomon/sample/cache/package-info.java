/** Keeping what was looked up lately. */
package dev.gnomon.sample.cache;
