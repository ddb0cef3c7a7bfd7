/** What an account sold of a symbol, what it is expected to sell, and what it should order: for people. */
@NullMarked
package io.stockmate.local.outlook;

import org.jspecify.annotations.NullMarked;
