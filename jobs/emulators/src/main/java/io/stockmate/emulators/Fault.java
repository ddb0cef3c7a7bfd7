package io.stockmate.emulators;

/** What an endpoint does at times instead of simply answering a request. */
public enum Fault {
    /** The request is refused as one too many. */
    THROTTLED,
    /** The service is not there: status 503. */
    UNAVAILABLE,
    /** Something failed inside: status 500. */
    INTERNAL,
    /** The connection ends without an answer, and nothing was done. */
    RESET,
    /** The request was performed, and the connection ends without an answer: who sent it sends it again. */
    ANSWER_LOST,
    /** The request was performed, and half of the answer comes. */
    ANSWER_CUT,
    /** The answer takes its time. */
    SLOW,
    /** Of several records some are refused. */
    PARTIAL,
    /** The iterator is too old; its reader needs another. */
    ITERATOR_EXPIRED
}
