/** Asking someone outside, a language model for example, what to do about an alert. */
@NullMarked
package io.stockmate.connectors.advice;

import org.jspecify.annotations.NullMarked;
