package io.stockmate.core.view;

import io.stockmate.core.message.Side;

/** A resting order as its reports tell it. */
record ViewedOrder(Side side, long price, long quantity) {}
