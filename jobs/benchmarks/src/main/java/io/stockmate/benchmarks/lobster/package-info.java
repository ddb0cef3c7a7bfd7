/**
 * A real exchange's day in LOBSTER's format, replayed as commands and checked on the events that come out.
 *
 * @see <a href="https://lobsterdata.com/info/DataStructure.php">LOBSTER: output structure</a>
 */
@NullMarked
package io.stockmate.benchmarks.lobster;

import org.jspecify.annotations.NullMarked;
