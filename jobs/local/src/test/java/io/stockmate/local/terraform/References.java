package io.stockmate.local.terraform;

import io.stockmate.local.terraform.Expression.Field;
import io.stockmate.local.terraform.Expression.Index;
import io.stockmate.local.terraform.Expression.Loop;
import io.stockmate.local.terraform.Expression.Name;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Finds the references in expressions: chains of fields and indices that begin with a name which is no loop's. */
final class References {
    /** A field, {@code *} included, or an index. */
    record Step(@Nullable String field, @Nullable Expression index) {}

    /**
     * @param root its first name
     * @param steps what follows
     */
    record Reference(String root, List<Step> steps, int line) {
        /** The field at a place; empty where there is none. */
        String field(int place) {
            String field = place < steps.size() ? steps.get(place).field() : null;
            return field == null ? "" : field;
        }
    }

    private References() {}

    /** Calls back with each block and reference in it. */
    static void each(Block block, Set<String> bound, BiConsumer<Block, Reference> action) {
        block.arguments()
                .forEach((name, argument) -> each(argument.value(), bound, found -> action.accept(block, found)));
        for (Block inner : block.blocks()) {
            Set<String> names = new HashSet<>(bound);
            if (inner.type().equals("dynamic")) {
                names.add(inner.labels().get(0));
            }
            each(inner, names, action);
        }
    }

    static void each(Expression expression, Set<String> bound, java.util.function.Consumer<Reference> action) {
        if (expression instanceof Loop loop) {
            each(loop.over(), bound, action);
            Set<String> names = new HashSet<>(bound);
            names.add(loop.valueName());
            if (loop.keyName() != null) {
                names.add(loop.keyName());
            }
            loop.parts().forEach(part -> each(part, names, action));
            return;
        }
        List<Step> steps = new ArrayList<>();
        Expression root = expression;
        while (root instanceof Field || root instanceof Index) {
            if (root instanceof Field field) {
                steps.add(0, new Step(field.name(), null));
                root = field.of();
            } else if (root instanceof Index index) {
                steps.add(0, new Step(null, index.at()));
                each(index.at(), bound, action);
                root = index.of();
            }
        }
        if (root instanceof Name name) {
            if (!bound.contains(name.text())) {
                action.accept(new Reference(name.text(), steps, name.line()));
            }
        } else {
            root.parts().forEach(part -> each(part, bound, action));
        }
    }
}
