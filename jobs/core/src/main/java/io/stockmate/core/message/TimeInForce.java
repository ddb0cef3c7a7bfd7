package io.stockmate.core.message;

/** FIX TimeInForce (59): DAY ends with the UTC day of book time, GTC with its cancel, GTD at expireTime. */
public enum TimeInForce {
    DAY,
    GTC,
    GTD,
    IOC,
    FOK
}
