/** Turns the text of properties into values, and says what is wrong with it. */
package dev.gnomon.maven.config;
