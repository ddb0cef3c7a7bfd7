/**
 * The lake: every command and event as a row of a Parquet table, written by Flink with its checkpoints and queried in
 * SQL. The tables' contract is {@code lake/schema}, the saved questions are {@code lake/queries}.
 */
@NullMarked
package io.stockmate.lake;

import org.jspecify.annotations.NullMarked;
