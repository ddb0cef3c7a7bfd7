/** A retailer's transactions as movements of stock: how well the adjustments among them are found. */
@NullMarked
package io.stockmate.benchmarks.retail;

import org.jspecify.annotations.NullMarked;
