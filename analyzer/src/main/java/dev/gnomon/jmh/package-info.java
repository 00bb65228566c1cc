/** JMH's own result files, in and out. */
package dev.gnomon.jmh;
