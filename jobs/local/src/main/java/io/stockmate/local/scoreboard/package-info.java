/** What the streams tell of a run, counted and timed by reading them as anyone could. */
@NullMarked
package io.stockmate.local.scoreboard;

import org.jspecify.annotations.NullMarked;
