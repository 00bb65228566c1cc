package dev.gnomon.sample.index;

/**
 * A document that a search found.
 *
 * @param document its number, as {@link TextIndex.Builder#add} gave it
 * @param occurrences how often it contains the words searched for, all of them together
 */
public record Hit(int document, int occurrences) {}
