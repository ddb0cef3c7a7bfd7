package io.stockmate.connectors.billing;

/**
 * What the meter answered to those that were sent.
 *
 * @param accepted counted now
 * @param duplicate counted at an earlier attempt
 * @param refused never to be counted
 * @param later to be sent again
 */
public record SendingReport(long accepted, long duplicate, long refused, long later) {
    static final SendingReport NOTHING = new SendingReport(0, 0, 0, 0);

    static SendingReport of(MeterAnswer answer) {
        return switch (answer.kind()) {
            case ACCEPTED -> new SendingReport(1, 0, 0, 0);
            case DUPLICATE -> new SendingReport(0, 1, 0, 0);
            case REFUSED -> new SendingReport(0, 0, 1, 0);
            case LATER -> new SendingReport(0, 0, 0, 1);
        };
    }

    SendingReport and(SendingReport other) {
        return new SendingReport(
                accepted + other.accepted, duplicate + other.duplicate, refused + other.refused, later + other.later);
    }
}
