/**
 * What operators report about themselves. The only place of a job that may read a clock; nothing here changes a result.
 */
@NullMarked
package io.stockmate.pipelines.runtime.metrics;

import org.jspecify.annotations.NullMarked;
