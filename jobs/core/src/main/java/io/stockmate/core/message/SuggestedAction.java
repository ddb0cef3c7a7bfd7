package io.stockmate.core.message;

/** What is to be done about an account's purchases. */
public enum SuggestedAction {
    /** Order more. */
    RELEASE,
    /** Get an order earlier than it is due. */
    EXPEDITE,
    /** Get an order later than it is due. */
    DE_EXPEDITE,
    /** Take back an order that nobody has filled. */
    CANCEL
}
