/** Whether a platform is well: its jobs, streams, books and disk, each asked as anyone could. */
@NullMarked
package io.stockmate.local.status;

import org.jspecify.annotations.NullMarked;
