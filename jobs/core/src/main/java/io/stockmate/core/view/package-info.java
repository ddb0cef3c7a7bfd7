/** Read models of the stream {@code events}: what anyone can know of a market who only listens. */
@NullMarked
package io.stockmate.core.view;

import org.jspecify.annotations.NullMarked;
