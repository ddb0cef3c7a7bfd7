package io.stockmate.core.demand.daily;

import io.stockmate.core.demand.Forecaster;
import io.stockmate.core.demand.ForecasterSettings;
import io.stockmate.core.fuzz.FuzzTarget;
import io.stockmate.core.fuzz.FuzzTargets;
import io.stockmate.core.message.CalendarEvent;
import io.stockmate.core.state.UnreadableState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The state of forecasters, and the pieces of daily planning, each read by what reads its kind. */
public final class DemandTargets implements FuzzTargets {
    private static final ForecasterSettings WEEKLY = ForecasterSettings.seasons(7);
    private static final int DAYS = 40;

    @Override
    public List<FuzzTarget> all() {
        return List.of(
                new FuzzTarget(
                        "forecaster", 1, forecasters(), state -> Forecaster.read(WEEKLY, state), UnreadableState.class),
                new FuzzTarget("demand", 3, pieces(), DemandTargets::read, UnreadableState.class));
    }

    private static List<byte[]> forecasters() {
        List<byte[]> states = new ArrayList<>();
        for (int values : new int[] {0, 5, 60, 400}) {
            for (int every : new int[] {1, 5}) {
                Forecaster forecaster = Forecaster.of(WEEKLY);
                for (int i = 0; i < values; i++) {
                    forecaster.observe(i % every == 0 ? 10 + i % 7 : 0);
                }
                states.add(forecaster.write());
            }
        }
        return states;
    }

    private static List<byte[]> pieces() {
        Story story = new Story();
        story.accepts(Story.instrument(true))
                .accepts(Story.POLICY)
                .accepts(new CalendarEvent("sale", Story.date(3), Story.ABSENT));
        for (int day = 1; day <= DAYS; day++) {
            story.sells(5, 100 - day)
                    .buys(1, day, day + 2)
                    .wantsInVain("ANN", 2)
                    .tick(day, 1);
        }
        List<byte[]> seeds = new ArrayList<>();
        for (String name : story.pieces.names("")) {
            byte[] piece = story.pieces.get(name);
            byte[] seed = new byte[1 + piece.length];
            seed[0] = (byte) kind(name);
            System.arraycopy(piece, 0, seed, 1, piece.length);
            seeds.add(seed);
        }
        return seeds;
    }

    private static int kind(String name) {
        List<String> prefixes = List.of(Head.NAME, Account.PREFIX, Series.PREFIX, Calendar.NAME, Buyer.PREFIX);
        int kind = 0;
        while (!name.startsWith(prefixes.get(kind))) {
            kind++;
        }
        return kind;
    }

    private static void read(byte[] input) {
        if (input.length == 0) {
            return;
        }
        byte[] piece = Arrays.copyOfRange(input, 1, input.length);
        switch ((input[0] & 0xFF) % 5) {
            case 0 -> Head.read(piece);
            case 1 -> Account.read(piece);
            case 2 -> Series.read(DemandSettings.DEFAULT, piece);
            case 3 -> Calendar.read(piece);
            default -> Buyer.read(piece);
        }
    }
}
