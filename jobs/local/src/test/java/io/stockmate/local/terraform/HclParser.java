package io.stockmate.local.terraform;

import io.stockmate.local.terraform.Expression.Call;
import io.stockmate.local.terraform.Expression.Field;
import io.stockmate.local.terraform.Expression.Index;
import io.stockmate.local.terraform.Expression.Literal;
import io.stockmate.local.terraform.Expression.Loop;
import io.stockmate.local.terraform.Expression.Mapping;
import io.stockmate.local.terraform.Expression.Name;
import io.stockmate.local.terraform.Expression.Operation;
import io.stockmate.local.terraform.Expression.Template;
import io.stockmate.local.terraform.Expression.Tuple;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads HCL's native syntax as far as {@code terraform/} uses it: no heredocs, no template directives. The libraries
 * for Java give evaluated values only, in which no reference is left to check.
 */
final class HclParser {
    private static final List<List<String>> OPERATORS = List.of(
            List.of("||"),
            List.of("&&"),
            List.of("==", "!="),
            List.of("<=", ">=", "<", ">"),
            List.of("+", "-"),
            List.of("*", "/", "%"));

    private final HclText text;

    private HclParser(HclText text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException naming file and line, where it is not HCL */
    static Block parse(String file, String content) {
        HclText text = new HclText(file, content);
        return new HclParser(text).body("", List.of(), 1, true);
    }

    private Block body(String type, List<String> labels, int line, boolean whole) {
        Map<String, Block.Argument> arguments = Block.sorted();
        List<Block> blocks = new ArrayList<>();
        boolean outer = text.endLines(true);
        while (true) {
            text.skipLines();
            if (whole ? text.atEnd() : text.take("}")) {
                text.endLines(outer);
                return new Block(type, labels, arguments, blocks, text.file(), line);
            }
            int at = text.line();
            String name = text.word();
            if (text.takeAssignment()) {
                if (arguments.put(name, new Block.Argument(expression(), at)) != null) {
                    throw text.wrong("the argument " + name + " is there twice");
                }
                text.endOfLine();
            } else {
                blocks.add(body(name, labels(), at, false));
            }
        }
    }

    private List<String> labels() {
        List<String> labels = new ArrayList<>();
        while (!text.take("{")) {
            labels.add(text.take("\"") ? text.plainUntilQuote() : text.word());
        }
        return labels;
    }

    private Expression expression() {
        Expression condition = binary(0);
        if (!text.take("?")) {
            return condition;
        }
        Expression yes = expression();
        text.skipLines();
        text.expect(":");
        return new Operation("?", List.of(condition, yes, expression()));
    }

    private Expression binary(int level) {
        if (level == OPERATORS.size()) {
            return unary();
        }
        Expression left = binary(level + 1);
        while (true) {
            String operator = OPERATORS.get(level).stream()
                    .filter(text::takeOperator)
                    .findFirst()
                    .orElse(null);
            if (operator == null) {
                return left;
            }
            text.skipLines();
            left = new Operation(operator, List.of(left, binary(level + 1)));
        }
    }

    private Expression unary() {
        for (String operator : List.of("!", "-")) {
            if (text.take(operator)) {
                return new Operation(operator, List.of(unary()));
            }
        }
        return steps(primary());
    }

    private Expression steps(Expression from) {
        Expression reached = from;
        while (true) {
            if (text.takeDirectly(".")) {
                reached = new Field(reached, text.takeDirectly("*") ? "*" : text.word());
            } else if (text.takeDirectly("[")) {
                if (text.take("*")) {
                    text.expect("]");
                    reached = new Field(reached, "*");
                } else {
                    boolean outer = text.endLines(false);
                    reached = new Index(reached, expression());
                    text.expect("]");
                    text.endLines(outer);
                }
            } else {
                return reached;
            }
        }
    }

    private Expression primary() {
        if (text.take("\"")) {
            return template();
        }
        if (text.take("(")) {
            boolean outer = text.endLines(false);
            Expression inside = expression();
            text.expect(")");
            text.endLines(outer);
            return inside;
        }
        if (text.take("[")) {
            return list();
        }
        if (text.take("{")) {
            return object();
        }
        String number = text.number();
        if (number != null) {
            return new Literal(new BigDecimal(number));
        }
        int line = text.line();
        String word = text.word();
        if (text.takeDirectly("(")) {
            return new Call(word, elements(")"), line);
        }
        return switch (word) {
            case "true" -> new Literal(true);
            case "false" -> new Literal(false);
            case "null" -> new Literal(null);
            default -> new Name(word, line);
        };
    }

    private Expression template() {
        List<Expression> parts = new ArrayList<>();
        while (true) {
            parts.add(new Literal(text.plainUntilQuoteOrHole()));
            if (text.takeDirectly("\"")) {
                return parts.size() == 1 ? parts.get(0) : new Template(parts);
            }
            text.expect("${");
            boolean outer = text.endLines(false);
            parts.add(expression());
            text.expect("}");
            text.endLines(outer);
        }
    }

    private Expression list() {
        boolean outer = text.endLines(false);
        Expression loop = loop("]");
        Expression list = loop == null ? new Tuple(elements("]")) : loop;
        text.endLines(outer);
        return list;
    }

    private List<Expression> elements(String end) {
        boolean outer = text.endLines(false);
        List<Expression> elements = new ArrayList<>();
        while (!text.take(end)) {
            elements.add(expression());
            if (!text.take(",")) {
                text.expect(end);
                break;
            }
        }
        text.endLines(outer);
        return elements;
    }

    private Expression object() {
        boolean outer = text.endLines(false);
        Expression loop = loop("}");
        if (loop != null) {
            text.endLines(outer);
            return loop;
        }
        List<Expression> keys = new ArrayList<>();
        List<Expression> values = new ArrayList<>();
        while (!text.take("}")) {
            Expression key = text.take("(") ? inParentheses() : unary();
            keys.add(key instanceof Name name ? new Literal(name.text()) : key);
            if (!text.take(":")) {
                text.expect("=");
            }
            text.endLines(true);
            values.add(expression());
            text.endLines(false);
            text.take(",");
        }
        text.endLines(outer);
        return new Mapping(keys, values);
    }

    private Expression inParentheses() {
        Expression inside = expression();
        text.expect(")");
        return inside;
    }

    private @Nullable Expression loop(String end) {
        if (!text.takeWord("for")) {
            return null;
        }
        String first = text.word();
        String second = text.take(",") ? text.word() : null;
        text.expect("in");
        Expression over = expression();
        text.expect(":");
        Expression value = expression();
        Expression key = null;
        if (text.take("=>")) {
            key = value;
            value = expression();
        }
        Expression where = text.takeWord("if") ? expression() : null;
        text.expect(end);
        return new Loop(second == null ? null : first, second == null ? first : second, over, key, value, where);
    }
}
