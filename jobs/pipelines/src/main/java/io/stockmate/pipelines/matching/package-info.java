/** The job that matches: commands in; events, order statuses and the lake's tables out. */
@NullMarked
package io.stockmate.pipelines.matching;

import org.jspecify.annotations.NullMarked;
