/** Replays a lake's log with a change, beside the log as it is, and tells what would have been otherwise. */
@NullMarked
package io.stockmate.pipelines.whatif;

import org.jspecify.annotations.NullMarked;
