/** A program that reads events itself, to be taken as a beginning. See the README beside it. */
@NullMarked
package io.stockmate.connectors.example;

import org.jspecify.annotations.NullMarked;
