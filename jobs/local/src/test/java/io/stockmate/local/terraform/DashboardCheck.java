package io.stockmate.local.terraform;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Checks that the dashboard shows what the agent sends, all of it, and adds up what is a share of a sum. */
final class DashboardCheck {
    private final Evaluation evaluation;
    private final Map<String, SentMetric> sent;
    private final List<String> findings = new ArrayList<>();

    private DashboardCheck(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.sent = SentMetric.all(evaluation);
    }

    static List<String> findings(Evaluation evaluation) {
        DashboardCheck check = new DashboardCheck(evaluation);
        Set<String> shown = new TreeSet<>();
        for (Object each : Values.list(evaluation.local("job_widgets"))) {
            Map<String, Object> widget = Values.map(each);
            String metric = Functions.text(widget.get("metric"));
            shown.add(metric);
            if (check.sent.containsKey(metric)) {
                check.widget(metric, widget);
            } else {
                check.findings.add("the dashboard shows " + metric + ", which is not sent");
            }
        }
        check.sent.keySet().stream()
                .filter(metric -> !shown.contains(metric))
                .forEach(metric -> check.findings.add("the dashboard does not show " + metric));
        return check.findings;
    }

    private void widget(String metric, Map<String, Object> widget) {
        for (Object each : Values.list(evaluation.local("all_widgets"))) {
            Map<String, Object> shown = Values.map(each);
            if (widget.get("title").equals(shown.get("title"))) {
                Object query =
                        Values.list(Values.list(shown.get("metrics")).get(0)).get(0);
                String expression = Functions.text(Values.map(query).get("expression"));
                String expected = expression(sent.get(metric), (BigDecimal) widget.get("grows_in"));
                if (!expression.equals(expected)) {
                    findings.add("the dashboard shows " + metric + " by " + expression + " instead of " + expected);
                }
                return;
            }
        }
        findings.add("the dashboard has no widget for " + metric);
    }

    private String expression(SentMetric metric, BigDecimal growsIn) {
        String statistic = metric.rows().equals("sum") ? "Average" : "Maximum";
        String search = "SEARCH('{" + evaluation.local("metrics_namespace") + "," + String.join(",", metric.labels())
                + "} MetricName=\"" + metric.name() + "\"', '" + statistic + "', "
                + Functions.text(evaluation.local("scrape_seconds")) + ")";
        BigDecimal factor =
                new BigDecimal(metric.factor(statistic, Functions.text(evaluation.variable("job_parallelism"))));
        return growsIn.signum() > 0
                ? "RATE(" + search + ") * " + factor.multiply(growsIn).toPlainString()
                : search + " * " + factor.toPlainString();
    }
}
