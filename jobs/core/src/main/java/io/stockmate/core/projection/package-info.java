/**
 * What clients poll: rows that say how things stand, each made of one event or alert alone. A newer one takes the place
 * of an older one of its key, so that repeats and any order of arrival end in the same table.
 */
@NullMarked
package io.stockmate.core.projection;

import org.jspecify.annotations.NullMarked;
