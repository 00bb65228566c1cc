/** Finding the documents that contain given words. */
package dev.gnomon.sample.index;
