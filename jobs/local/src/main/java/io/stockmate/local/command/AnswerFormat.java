package io.stockmate.local.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stockmate.lake.Answer;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How an answer is written; the names are those of the option. */
enum AnswerFormat {
    /** For people. */
    table {
        @Override
        void lines(Answer answer, PrintWriter out) {
            throw new IllegalStateException("tables are written page by page");
        }
    },

    /** RFC 4180 with a line of titles; NULL is empty, an empty text {@code ""}. */
    csv {
        @Override
        void lines(Answer answer, PrintWriter out) {
            out.println(answer.columns().stream()
                    .map(column -> quoted(column.name()))
                    .collect(Collectors.joining(",")));
            while (answer.next()) {
                out.println(places(answer)
                        .mapToObj(place -> quoted(answer.text(place)))
                        .collect(Collectors.joining(",")));
            }
        }
    },

    /** An object per line; decimals as exact numbers, times and days as texts, absent where SQL has NULL. */
    json {
        @Override
        void lines(Answer answer, PrintWriter out) {
            List<String> names =
                    answer.columns().stream().map(Answer.Column::name).toList();
            while (answer.next()) {
                ObjectNode row = JSON.createObjectNode();
                places(answer).forEach(place -> put(row, names.get(place), answer, place));
                out.println(text(row));
            }
        }
    };

    private static final ObjectMapper JSON = JsonMapper.builder()
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    /** Writes all rows of the answer. */
    abstract void lines(Answer answer, PrintWriter out);

    private static IntStream places(Answer answer) {
        return IntStream.range(0, answer.columns().size());
    }

    private static String quoted(@Nullable String text) {
        if (text == null) {
            return "";
        }
        boolean plain = !text.isEmpty() && text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static void put(ObjectNode row, String name, Answer answer, int place) {
        Object value = answer.value(place);
        if (value instanceof BigDecimal decimal) {
            row.put(name, decimal);
        } else if (value instanceof Number || value instanceof Boolean) {
            row.putPOJO(name, value);
        } else if (value != null) {
            row.put(name, answer.text(place));
        }
    }

    private static String text(ObjectNode row) {
        try {
            return JSON.writeValueAsString(row);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("a row that is no JSON", failure);
        }
    }
}
