package io.stockmate.core.demand.inventory;

import io.stockmate.core.message.SuggestedAction;
import org.jspecify.annotations.Nullable;

/**
 * One thing to do.
 *
 * @param orderId absent for RELEASE
 * @param needByDay counted from 1970
 */
public record Advice(SuggestedAction action, @Nullable String orderId, long qty, long needByDay, String why) {}
