package io.stockmate.core.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Alert;
import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.CancelOrder;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.CorrectTrade;
import io.stockmate.core.message.Decimal;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.MoveKind;
import io.stockmate.core.message.MoveStock;
import io.stockmate.core.message.NewOrder;
import io.stockmate.core.message.OrdType;
import io.stockmate.core.message.SelfTradePrevention;
import io.stockmate.core.message.ServiceMeasure;
import io.stockmate.core.message.SetAlertRule;
import io.stockmate.core.message.SetStockPolicy;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Tick;
import io.stockmate.core.message.TimeInForce;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A text that tells, line by line, what is done to a market and what is said of it: {@code >} lines are the alerts of
 * the line above, and where there is none nothing may be said.
 *
 * <pre>
 * shares | goods LEADDAYS [short] [low PX] [high PX] [percent P]       defines the instrument
 * at 2026-03-02T10:00 | +90s | +5m | +2h | +3d                          sets the time
 * 5x COMMAND                                                            five times
 * buy|sell ACCOUNT QTY @ PX [#NAME] [wash]    cancel ACCOUNT #NAME
 * receive|issue|count ACCOUNT QTY [#NAME] [moved TIME]                  #NAME: the order that it delivers
 * policy ACCOUNT lead DAYS [safety N] [max N]    rule KIND THRESHOLD WINDOWSEC    only KIND    tick
 * > RAISED KIND [ACCOUNT] OBSERVED EXPECTED SCORE SEVERITY
 * </pre>
 */
public final class AnomalyScenario {
    private static final long NONE = Absent.NUMBER;
    private static final Map<String, WatchedMarket> PLAYED = new ConcurrentHashMap<>();

    private final WatchedMarket market;
    private final Map<String, String> orders = new HashMap<>();
    private long now = time("2026-03-02T10:00");
    private int ids;

    /**
     * What came of the scenario of a kind: from {@code /anomaly/NAME.scenario}, for what detectors find from {@link
     * UsualMarket}. It is played once.
     */
    public static WatchedMarket play(String name) throws IOException {
        WatchedMarket played = PLAYED.get(name);
        if (played == null) {
            played = playNow(AlertKind.valueOf(name.toUpperCase(Locale.ROOT)), name);
            PLAYED.put(name, played);
        }
        return played;
    }

    private static WatchedMarket playNow(AlertKind kind, String name) throws IOException {
        if (kind.unit() == AlertKind.Unit.SCORE) {
            return runWhateverIsSaid(UsualMarket.with(kind));
        }
        try (InputStream file = AnomalyScenario.class.getResourceAsStream("/anomaly/" + name + ".scenario")) {
            assertThat(file).as("scenario " + name).isNotNull();
            return new AnomalyScenario().run(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    AnomalyScenario() {
        this(1);
    }

    private AnomalyScenario(int commandsPerLoad) {
        market = new WatchedMarket(AnomalySettings.DEFAULT, commandsPerLoad);
    }

    /** Plays a scenario and holds it to its {@code >} lines. */
    WatchedMarket run(String text) {
        List<String> said = List.of();
        List<String> expected = new ArrayList<>();
        String command = "";
        for (String line : (text + "\n= end").lines().toList()) {
            String trimmed = line.strip();
            if (trimmed.isEmpty() || trimmed.startsWith("--")) {
                continue;
            }
            if (trimmed.startsWith(">")) {
                expected.add(trimmed.substring(1).strip());
                continue;
            }
            assertThat(said).as("said of: " + command).isEqualTo(expected);
            expected.clear();
            command = trimmed;
            said = command.startsWith("=") ? List.of() : act(List.of(command.split("\\s+")));
        }
        return market;
    }

    /** Plays a text without any {@code >} lines. */
    static WatchedMarket runWhateverIsSaid(String text) {
        AnomalyScenario scenario = new AnomalyScenario(20);
        text.lines().forEach(line -> scenario.act(List.of(line.split("\\s+"))));
        return scenario.market;
    }

    private List<String> act(List<String> words) {
        String verb = words.get(0);
        if (verb.matches("\\d+x")) {
            List<String> said = new ArrayList<>();
            for (int i = Integer.parseInt(verb.substring(0, verb.length() - 1)); i > 0; i--) {
                said.addAll(act(words.subList(1, words.size())));
            }
            return said;
        }
        if (verb.startsWith("+") || verb.equals("at")) {
            now = verb.equals("at") ? time(words.get(1)) : now + millis(verb.substring(1));
            return List.of();
        }
        String account = words.size() > 1 ? words.get(1) : "";
        return switch (verb) {
            case "shares", "goods" -> send("OPS", instrument(words));
            case "buy", "sell" -> order(account, words);
            case "cancel" ->
                send(account, new CancelOrder("c-" + ++ids, words.get(2).substring(1)));
            case "receive" -> send(account, movement(MoveKind.RECEIPT, words));
            case "issue" -> send(account, movement(MoveKind.ISSUE, words));
            case "count" -> send(account, movement(MoveKind.COUNT, words));
            case "policy" -> send(account, policy(words));
            case "rule" ->
                send(
                        "RISK",
                        new SetAlertRule(
                                "r-" + ++ids,
                                AlertKind.valueOf(account),
                                units(words.get(2)),
                                Long.parseLong(words.get(3))));
            case "only" -> switchOffAllBut(AlertKind.valueOf(account));
            case "bust" -> send("OPS", new CorrectTrade(account, "typo", Absent.NUMBER, Absent.NUMBER));
            case "tick" -> send("CLOCK", new Tick());
            default -> throw new IllegalArgumentException("what is " + words);
        };
    }

    private List<String> switchOffAllBut(AlertKind kept) {
        List<String> said = new ArrayList<>();
        for (AlertKind kind : AlertKind.values()) {
            if (kind != kept) {
                said.addAll(send("RISK", new SetAlertRule("r-" + ++ids, kind, 0, 0)));
            }
        }
        return said;
    }

    private List<String> send(String account, CommandBody body) {
        return market.send(now, account, body).stream()
                .map(AnomalyScenario::line)
                .toList();
    }

    private static String line(Alert alert) {
        String account = alert.account() == null ? "" : " " + alert.account();
        return alert.state() + " " + alert.kind() + account + " " + Decimal.toString(alert.observed()) + " "
                + Decimal.toString(alert.expected()) + " " + Decimal.toString(alert.score()) + " " + alert.severity();
    }

    private List<String> order(String account, List<String> words) {
        String name = words.stream()
                .filter(word -> word.startsWith("#"))
                .findFirst()
                .map(word -> word.substring(1))
                .orElse("o-" + ++ids);
        int first = market.events().size();
        List<String> said = send(
                account,
                new NewOrder(
                        name,
                        Side.valueOf(words.get(0).toUpperCase(Locale.ROOT)),
                        OrdType.LIMIT,
                        Long.parseLong(words.get(2)),
                        units(words.get(4)),
                        NONE,
                        TimeInForce.GTC,
                        NONE,
                        NONE,
                        NONE,
                        false,
                        words.contains("wash") ? SelfTradePrevention.NONE : null,
                        NONE,
                        null));
        orders.put(
                name,
                WatchedMarket.SYMBOL + "-" + market.events().get(first).header().commandSeq());
        return said;
    }

    private static long time(String text) {
        return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    private MoveStock movement(MoveKind kind, List<String> words) {
        String ref = words.size() > 3 && words.get(3).startsWith("#")
                ? orders.get(words.get(3).substring(1))
                : null;
        int told = words.indexOf("moved");
        long effectiveAt = told < 0 ? NONE : time(words.get(told + 1));
        return new MoveStock("m-" + ++ids, kind, Long.parseLong(words.get(2)), ref, null, effectiveAt);
    }

    private static DefineInstrument instrument(List<String> words) {
        boolean goods = words.get(0).equals("goods");
        return new DefineInstrument(
                "A thing",
                null,
                "EUR",
                100,
                1,
                1_000_000,
                goods ? Long.parseLong(words.get(1)) : 0,
                !goods || words.contains("short"),
                goods,
                px(words, "low"),
                px(words, "high"),
                px(words, "percent"),
                NONE,
                NONE,
                NONE);
    }

    private static SetStockPolicy policy(List<String> words) {
        return new SetStockPolicy(
                number(words, "lead"),
                0,
                9_500,
                ServiceMeasure.CYCLE,
                1,
                NONE,
                NONE,
                number(words, "safety"),
                number(words, "max"));
    }

    private static long number(List<String> words, String name) {
        int place = words.indexOf(name);
        return place < 0 ? NONE : Long.parseLong(words.get(place + 1));
    }

    private static long px(List<String> words, String name) {
        int place = words.indexOf(name);
        return place < 0 ? NONE : units(words.get(place + 1));
    }

    private static long units(String decimal) {
        return new BigDecimal(decimal).movePointRight(4).longValueExact();
    }

    private static long millis(String duration) {
        long count = Long.parseLong(duration.substring(0, duration.length() - 1));
        return count
                * switch (duration.charAt(duration.length() - 1)) {
                    case 's' -> 1_000;
                    case 'm' -> 60_000;
                    case 'h' -> 3_600_000;
                    case 'd' -> 86_400_000;
                    default -> throw new IllegalArgumentException(duration);
                };
    }

    /** The scenarios, by name: one for each kind of alert. */
    public static List<String> names() {
        return Arrays.stream(AlertKind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
