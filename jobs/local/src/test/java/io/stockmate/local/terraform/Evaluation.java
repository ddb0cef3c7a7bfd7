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
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates expressions to text, numbers, booleans, lists and maps. What only AWS knows becomes text that says where it
 * comes from: <code>${aws_kms_key.this["lake"].arn}</code>.
 */
final class Evaluation {
    private final Stack stack;
    private final Map<String, Block> resources;
    private final Map<String, Expression> given;
    private final Functions functions;
    private final Map<String, Object> locals = new HashMap<>();
    private final Map<Block, Map<String, Map<String, Object>>> instances = new IdentityHashMap<>();

    /** @param given values of variables without, or instead of, a default */
    Evaluation(Stack stack, Map<String, Expression> given) {
        this.stack = stack;
        this.resources = stack.resources();
        this.given = given;
        this.functions = new Functions(stack.directory());
    }

    @Nullable
    Object local(String name) {
        Block.Argument local = stack.locals().get(name);
        if (local != null && !locals.containsKey(name)) {
            locals.put(name, value(local.value(), Map.of()));
        }
        return locals.get(name);
    }

    /**
     * The instances of a resource by key, with what {@code each} is in them; one with an empty key without for_each.
     */
    Map<String, Map<String, Object>> instances(Block resource) {
        Map<String, Map<String, Object>> known = instances.get(resource);
        if (known == null) {
            known = made(resource);
            instances.put(resource, known);
        }
        return known;
    }

    private Map<String, Map<String, Object>> made(Block resource) {
        Map<String, Map<String, Object>> made = new LinkedHashMap<>();
        Expression forEach = resource.argument("for_each");
        if (forEach == null) {
            made.put("", Map.of());
            return made;
        }
        Object over = value(forEach, Map.of());
        if (over instanceof Map<?, ?> map) {
            map.forEach((key, value) -> made.put(String.valueOf(key), each(key, value)));
        } else if (over instanceof Collection<?> keys) {
            keys.forEach(key -> made.put(String.valueOf(key), each(key, key)));
        }
        return made;
    }

    private static Map<String, Object> each(@Nullable Object key, @Nullable Object value) {
        Map<String, Object> each = new HashMap<>();
        each.put("key", key);
        each.put("value", value);
        return Map.of("each", each);
    }

    /** @param names variables of loops, and each */
    @Nullable
    Object value(Expression expression, Map<String, Object> names) {
        if (expression instanceof Literal literal) {
            return literal.value();
        } else if (expression instanceof Template template) {
            StringBuilder text = new StringBuilder();
            template.parts().forEach(part -> text.append(Functions.text(value(part, names))));
            return text.toString();
        } else if (expression instanceof Tuple tuple) {
            return values(tuple.parts(), names);
        } else if (expression instanceof Mapping mapping) {
            Map<String, Object> map = new LinkedHashMap<>();
            for (int i = 0; i < mapping.keys().size(); i++) {
                map.put(
                        Functions.text(value(mapping.keys().get(i), names)),
                        value(mapping.values().get(i), names));
            }
            return map;
        } else if (expression instanceof Call call) {
            return functions.call(call.function(), values(call.parts(), names));
        } else if (expression instanceof Loop loop) {
            return loop(loop, names);
        } else if (expression instanceof Operation operation) {
            return operation(operation, names);
        }
        Object reached = reached(expression, names);
        return reached instanceof Address ? reached.toString() : reached;
    }

    private List<Object> values(List<Expression> expressions, Map<String, Object> names) {
        List<Object> values = new ArrayList<>();
        expressions.forEach(expression -> values.add(value(expression, names)));
        return values;
    }

    private Object loop(Loop loop, Map<String, Object> names) {
        Map<String, Object> map = new LinkedHashMap<>();
        List<Object> list = new ArrayList<>();
        functions.entries(value(loop.over(), names)).forEach((key, element) -> {
            Map<String, Object> inner = new HashMap<>(names);
            inner.put(loop.valueName(), element);
            if (loop.keyName() != null) {
                inner.put(loop.keyName(), key);
            }
            if (loop.where() != null && !Boolean.TRUE.equals(value(loop.where(), inner))) {
                return;
            }
            Object made = value(loop.value(), inner);
            if (loop.key() == null) {
                list.add(made);
            } else {
                map.put(Functions.text(value(loop.key(), inner)), made);
            }
        });
        return loop.key() == null ? list : map;
    }

    private @Nullable Object operation(Operation operation, Map<String, Object> names) {
        List<Expression> operands = operation.parts();
        Object first = value(operands.get(0), names);
        if (operation.operator().equals("?")) {
            return value(operands.get(Boolean.TRUE.equals(first) ? 1 : 2), names);
        }
        Object second = operands.size() > 1 ? value(operands.get(1), names) : null;
        if (first instanceof BigDecimal left && second instanceof BigDecimal right) {
            return switch (operation.operator()) {
                case "+" -> left.add(right);
                case "-" -> left.subtract(right);
                case "*" -> left.multiply(right);
                case ">" -> left.compareTo(right) > 0;
                case "<" -> left.compareTo(right) < 0;
                default -> left.compareTo(right) == 0;
            };
        }
        return switch (operation.operator()) {
            case "==" -> Objects.equals(first, second);
            case "!=" -> !Objects.equals(first, second);
            case "!" -> Boolean.FALSE.equals(first);
            case "&&" -> Boolean.TRUE.equals(first) && Boolean.TRUE.equals(second);
            case "||" -> Boolean.TRUE.equals(first) || Boolean.TRUE.equals(second);
            default -> "${" + operation.operator() + "}";
        };
    }

    private @Nullable Object reached(Expression expression, Map<String, Object> names) {
        if (expression instanceof Name name) {
            return names.containsKey(name.text()) ? names.get(name.text()) : new Address(name.text(), null);
        }
        Expression of = expression instanceof Field field ? field.of() : ((Index) expression).of();
        Object from = reachedOrValue(of, names);
        Object step = expression instanceof Field field ? field.name() : value(((Index) expression).at(), names);
        if (from instanceof Address address) {
            return address.then(step, expression instanceof Index).resolved();
        } else if (from instanceof Map<?, ?> map) {
            return map.get(String.valueOf(step));
        } else if (from instanceof List<?> list && step instanceof BigDecimal place) {
            return place.intValue() < list.size() ? list.get(place.intValue()) : null;
        }
        return Functions.text(from).replaceFirst("}$", "." + Functions.text(step) + "}");
    }

    private @Nullable Object reachedOrValue(Expression expression, Map<String, Object> names) {
        return expression instanceof Name || expression instanceof Field || expression instanceof Index
                ? reached(expression, names)
                : value(expression, names);
    }

    /** The way to something, as far as it has been gone. */
    private final class Address {
        private final String path;
        private final @Nullable String instance;

        Address(String path, @Nullable String instance) {
            this.path = path;
            this.instance = instance;
        }

        Address then(@Nullable Object step, boolean index) {
            return index
                    ? new Address(path + "[\"" + Functions.text(step) + "\"]", Functions.text(step))
                    : new Address(path + "." + step, instance);
        }

        @Nullable
        Object resolved() {
            String[] parts = path.split("[.]", 2);
            switch (parts[0]) {
                case "var" -> {
                    return variable(parts[1]);
                }
                case "local" -> {
                    return local(parts[1]);
                }
                case "path" -> {
                    return stack.directory().toString();
                }
                default -> {
                    return argument();
                }
            }
        }

        /** An argument that a resource is given has the value that it is given. */
        private @Nullable Object argument() {
            String plain = path.replaceAll("\\[[^]]*]", "");
            int end = plain.lastIndexOf('.');
            Block resource = end < 0 ? null : resources.get(plain.substring(0, end));
            Expression argument = resource == null ? null : resource.argument(plain.substring(end + 1));
            if (resource == null || argument == null) {
                return this;
            }
            Map<String, Object> names = instances(resource).get(instance == null ? "" : instance);
            return names == null ? this : value(argument, names);
        }

        @Override
        public String toString() {
            return "${" + path + "}";
        }
    }

    @Nullable
    Object variable(String name) {
        Expression value = given.get(name);
        Block variable = stack.variables().get(name);
        if (value == null && variable != null) {
            value = variable.argument("default");
        }
        return value == null ? "${var." + name + "}" : value(value, Map.of());
    }
}
