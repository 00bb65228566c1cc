/** Which fork runs next, and what is asked of it. */
package dev.gnomon.measure;
