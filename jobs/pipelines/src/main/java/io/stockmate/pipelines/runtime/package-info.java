/** What all jobs share: settings, names, and how messages travel between operators. */
@NullMarked
package io.stockmate.pipelines.runtime;

import org.jspecify.annotations.NullMarked;
