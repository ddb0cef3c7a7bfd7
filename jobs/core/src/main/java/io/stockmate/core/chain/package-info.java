/** The rolling hash that proves two runs equal. */
@NullMarked
package io.stockmate.core.chain;

import org.jspecify.annotations.NullMarked;
