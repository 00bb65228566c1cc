/** What a number means and which way is better. */
package dev.gnomon.unit;
