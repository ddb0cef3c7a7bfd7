/** The embedded platform: streams, delivery, jobs and lake in one JVM, and the command line in front of it. */
@NullMarked
package io.stockmate.local;

import org.jspecify.annotations.NullMarked;
