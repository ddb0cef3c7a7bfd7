package io.stockmate.emulators;

import java.io.IOException;

/** The members of an answer. */
@FunctionalInterface
interface Reply {
    Reply EMPTY = out -> {};

    void writeTo(ReplyWriter out) throws IOException;
}
