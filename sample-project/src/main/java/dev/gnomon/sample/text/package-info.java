/** Words: how text is split into them, and how far apart two of them are. */
package dev.gnomon.sample.text;
