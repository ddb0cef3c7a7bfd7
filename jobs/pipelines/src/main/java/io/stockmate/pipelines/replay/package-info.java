/** Markets rebuilt from their commands in this process, without Flink. */
@NullMarked
package io.stockmate.pipelines.replay;

import org.jspecify.annotations.NullMarked;
