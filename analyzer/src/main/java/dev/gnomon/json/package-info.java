/**
 * Runs and evaluations as JSON: versioned, strict, bounded, and the same bytes for the same value.
 */
package dev.gnomon.json;
