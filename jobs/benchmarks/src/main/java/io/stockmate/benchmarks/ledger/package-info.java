/** The accounting job at full speed: trades made in process, booked, and compared. */
@NullMarked
package io.stockmate.benchmarks.ledger;

import org.jspecify.annotations.NullMarked;
