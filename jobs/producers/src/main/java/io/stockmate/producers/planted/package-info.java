/**
 * Anomalies of every kind, planted at known places: what a detector must find. They grow in symbols of their own, in
 * which nothing else happens but a little usual trade, so that all that is raised there has a known reason.
 */
@NullMarked
package io.stockmate.producers.planted;

import org.jspecify.annotations.NullMarked;
