/** To be described. */
@NullMarked
package io.stockmate.emulators;

import org.jspecify.annotations.NullMarked;
