/** Holds the documents to what the code does. */
package dev.gnomon.docs;
