package io.stockmate.producers;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.JsonText;
import io.stockmate.core.message.Side;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A producer whose records cannot be read, or come by the wrong way. */
final class BrokenProducer implements Agent {
    private static final int KINDS = 9;
    private static final int OVERSIZE_BYTES = 66_000;

    private final List<Pit> pits;

    BrokenProducer(List<Pit> pits) {
        this.pits = pits;
    }

    @Override
    public void act(Floor floor) {
        Pit pit = floor.pick(pits);
        if (!pit.isKnown()) {
            return;
        }
        String order = order(floor, pit);
        switch ((int) floor.between(1, KINDS)) {
            case 1 -> say(floor, pit, order.substring(0, order.length() / 2));
            case 2 -> say(floor, pit, order.replace("\"NewOrder\"", "\"NewAuction\""));
            case 3 -> say(floor, pit, order.replace("\"orderQty\":1", "\"orderQty\":1.5"));
            case 4 -> say(floor, pit, order.replace("\"orderQty\":1", "\"orderQty\":1e400"));
            case 5 -> say(floor, pit, order.replace("\"orderQty\":1", "\"orderQty\":NaN"));
            case 6 -> say(floor, pit, order.replace("\"side\":\"BUY\"", "\"side\":\"BORROW\""));
            case 7 -> floor.say(new Submission.OfBytes(pit.symbol(), noise(floor)));
            case 8 -> floor.say(new Submission.OfBytes("NOT-" + pit.symbol(), bytes(order)));
            default -> seldomOversize(floor, pit, order);
        }
    }

    private static void seldomOversize(Floor floor, Pit pit, String order) {
        if (floor.oneIn(4)) {
            say(floor, pit, order.replace("{", "{\"note\":\"" + "x".repeat(OVERSIZE_BYTES) + "\","));
        } else {
            say(floor, pit, "not JSON at all");
        }
    }

    private static String order(Floor floor, Pit pit) {
        OrderTicket ticket = OrderTicket.limit(Side.BUY, 1, pit.fairValue().value());
        return JsonText.of(new Command(pit.symbol(), "BROKEN", Absent.NUMBER, ticket.as(floor.nextId())));
    }

    private static void say(Floor floor, Pit pit, String text) {
        floor.say(new Submission.OfBytes(pit.symbol(), bytes(text)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] noise(Floor floor) {
        byte[] bytes = new byte[40];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) floor.between(-128, 127);
        }
        return bytes;
    }
}
