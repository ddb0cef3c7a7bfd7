package io.stockmate.local.terraform;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression of HCL. */
sealed interface Expression {
    /** The expressions that it consists of. */
    List<Expression> parts();

    /** A number, text, true, false or null. */
    record Literal(@Nullable Object value) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of();
        }
    }

    /** Text with expressions in it. */
    record Template(List<Expression> parts) implements Expression {}

    record Tuple(List<Expression> parts) implements Expression {}

    /** An object; keys that are names are literals. */
    record Mapping(List<Expression> keys, List<Expression> values) implements Expression {
        @Override
        public List<Expression> parts() {
            List<Expression> parts = new ArrayList<>(keys);
            parts.addAll(values);
            return parts;
        }
    }

    record Call(String function, List<Expression> parts, int line) implements Expression {}

    /** A name such as var, local, a resource's type or the variable of a loop. */
    record Name(String text, int line) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of();
        }
    }

    /** {@code of.name}; the name * is a splat. */
    record Field(Expression of, String name) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(of);
        }
    }

    /** {@code of[at]}. */
    record Index(Expression of, Expression at) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(of, at);
        }
    }

    /** An operator with one, two or (the conditional) three operands. */
    record Operation(String operator, List<Expression> parts) implements Expression {}

    /** A list or, with a key, an object made by a loop. */
    record Loop(
            @Nullable String keyName,
            String valueName,
            Expression over,
            @Nullable Expression key,
            Expression value,
            @Nullable Expression where)
            implements Expression {
        @Override
        public List<Expression> parts() {
            List<Expression> parts = new ArrayList<>();
            if (key != null) {
                parts.add(key);
            }
            parts.add(value);
            if (where != null) {
                parts.add(where);
            }
            return parts;
        }
    }
}
