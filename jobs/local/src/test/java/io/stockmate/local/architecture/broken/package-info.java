/** A small house that breaks every rule, so that the rules are seen to notice. */
package io.stockmate.local.architecture.broken;
