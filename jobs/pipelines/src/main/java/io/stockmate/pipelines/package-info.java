/** To be described. */
@NullMarked
package io.stockmate.pipelines;

import org.jspecify.annotations.NullMarked;
