package io.stockmate.core.message;

/** FIX CxlRejResponseTo (434). */
public enum CxlRejResponseTo {
    ORDER_CANCEL_REQUEST,
    ORDER_CANCEL_REPLACE_REQUEST
}
