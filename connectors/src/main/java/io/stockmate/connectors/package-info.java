/** To be described. */
@NullMarked
package io.stockmate.connectors;

import org.jspecify.annotations.NullMarked;
