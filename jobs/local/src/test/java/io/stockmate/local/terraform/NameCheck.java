package io.stockmate.local.terraform;

import io.stockmate.connectors.config.OrdersTableSettings;
import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.connectors.jdbc.IamToken;
import io.stockmate.lake.LakeQueries;
import io.stockmate.lake.LakeTable;
import io.stockmate.lake.MergeProgram;
import io.stockmate.local.platform.Streams;
import io.stockmate.pipelines.accounting.AccountingJob;
import io.stockmate.pipelines.anomaly.AnomalyJob;
import io.stockmate.pipelines.demand.DemandJob;
import io.stockmate.pipelines.matching.MatchingJob;
import io.stockmate.producers.ClockProgram;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks that names and ports are the code's. */
final class NameCheck {
    private static final Map<String, Class<?>> JOBS = Map.of(
            MatchingJob.NAME, MatchingJob.class,
            AnomalyJob.NAME, AnomalyJob.class,
            DemandJob.NAME, DemandJob.class,
            AccountingJob.NAME, AccountingJob.class);

    private final Stack stack;
    private final Evaluation evaluation;
    private final List<String> findings = new ArrayList<>();

    private NameCheck(Stack stack, Evaluation evaluation) {
        this.stack = stack;
        this.evaluation = evaluation;
    }

    static List<String> findings(Stack stack, Evaluation evaluation) {
        NameCheck check = new NameCheck(stack, evaluation);
        check.names(
                "streams",
                check.instanceNames("aws_kinesis_stream.this"),
                Streams.COMMANDS,
                Streams.EVENTS,
                Streams.ALERTS);
        check.names(
                "deliveries",
                check.instanceNames("aws_kinesis_firehose_delivery_stream.this"),
                Streams.ORDER_STATUS,
                Streams.ACCOUNTING);
        check.names(
                "jobs", check.instanceNames("helm_release.job"), JOBS.keySet().toArray(String[]::new));
        check.names(
                "tables of orders",
                check.instanceNames("aws_dynamodb_table.orders"),
                OrdersTableSettings.of(PropertyGroup.of("accounting.orders", Map.of()))
                        .tableName());
        check.tables();
        check.classes();
        check.namedClasses();
        check.ports();
        return check.findings;
    }

    private void names(String what, Collection<String> here, String... inCode) {
        TreeSet<String> code = new TreeSet<>(List.of(inCode));
        if (!code.equals(new TreeSet<>(here))) {
            findings.add("the " + what + " are " + new TreeSet<>(here) + ", in the code " + code);
        }
    }

    private TreeSet<String> instanceNames(String address) {
        TreeSet<String> names = new TreeSet<>();
        Block resource = stack.resource(address);
        Expression name = resource == null ? null : resource.argument("name");
        if (resource != null && name != null) {
            evaluation
                    .instances(resource)
                    .values()
                    .forEach(each -> names.add(Functions.text(evaluation.value(name, each))));
        }
        return names;
    }

    /** Each table is written by one job; Glue knows it, and what it is rolled up to. */
    private void tables() {
        TreeMap<String, String> writers = new TreeMap<>();
        jobs().forEach((job, described) -> {
            if (described.get("tables") instanceof Collection<?> tables) {
                for (Object table : tables) {
                    String other = writers.put(String.valueOf(table), job);
                    if (other != null) {
                        findings.add("the table " + table + " is given to " + other + " and to " + job);
                    }
                }
            }
        });
        String[] written =
                Stream.of(LakeTable.values()).map(LakeTable::tableName).toArray(String[]::new);
        names("jobs' tables", writers.keySet(), written);
        names(
                "tables of Glue",
                instanceNames("aws_glue_catalog_table.this"),
                LakeQueries.relations().toArray(String[]::new));
    }

    private Map<String, Map<?, ?>> jobs() {
        Map<String, Map<?, ?>> jobs = new TreeMap<>();
        if (evaluation.local("jobs") instanceof Map<?, ?> map) {
            map.forEach((name, job) ->
                    jobs.put(String.valueOf(name), job instanceof Map<?, ?> described ? described : Map.of()));
        }
        return jobs;
    }

    private void classes() {
        jobs().forEach((name, job) -> {
            Class<?> known = JOBS.get(name);
            if (known != null && !known.getName().equals(job.get("class"))) {
                findings.add(
                        "the job " + name + " begins in " + job.get("class") + ", in the code in " + known.getName());
            }
        });
        JOBS.values().forEach(job -> {
            if (!hasMain(job)) {
                findings.add(job.getName() + " has no main");
            }
        });
    }

    /** Classes that are named in text: the programs of clock and merging, and what signs in to the database. */
    private void namedClasses() {
        String url = databaseUrl();
        String command = stack.resource("kubernetes_deployment_v1.clock") + " "
                + stack.resource("kubernetes_deployment_v1.merge");
        for (Class<?> named : List.of(ClockProgram.class, MergeProgram.class, IamToken.class)) {
            if (!command.contains(named.getName())
                    && !url.endsWith("authenticationPluginClassName=" + named.getName())) {
                findings.add("nothing names " + named.getName());
            }
        }
    }

    private static boolean hasMain(Class<?> type) {
        for (Method method : type.getDeclaredMethods()) {
            if (method.getName().equals("main")) {
                return true;
            }
        }
        return false;
    }

    /** The port that the job connects to is the one that the database listens on and the network lets through. */
    private void ports() {
        String port = databaseUrl().replaceFirst(".*:([0-9]+)/stockmate[?].*", "$1");
        for (Map.Entry<String, String> place : Map.of(
                        "aws_db_instance.ledger", "port",
                        "aws_vpc_security_group_ingress_rule.ledger", "from_port")
                .entrySet()) {
            String there = Functions.text(argument(place.getKey(), place.getValue()));
            if (!there.equals(port)) {
                findings.add("the job connects to port " + port + " of Postgres, but " + place.getKey() + " has port "
                        + there);
            }
        }
    }

    private String databaseUrl() {
        return evaluation.local("database") instanceof Map<?, ?> map ? String.valueOf(map.get("database.url")) : "";
    }

    private @Nullable Object argument(String address, String name) {
        Block resource = stack.resource(address);
        Expression value = resource == null ? null : resource.argument(name);
        return value == null ? null : evaluation.value(value, Map.of());
    }
}
