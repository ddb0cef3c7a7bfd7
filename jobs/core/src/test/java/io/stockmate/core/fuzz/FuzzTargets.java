package io.stockmate.core.fuzz;

import java.util.List;

/** The targets of a module. Is made by name, without arguments, in the process that fuzzes. */
public interface FuzzTargets {
    List<FuzzTarget> all();

    /** The target of this name. */
    default FuzzTarget named(String name) {
        for (FuzzTarget target : all()) {
            if (target.name().equals(name)) {
                return target;
            }
        }
        throw new IllegalArgumentException(
                name + " is no target of " + getClass().getName());
    }
}
