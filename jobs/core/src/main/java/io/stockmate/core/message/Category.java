package io.stockmate.core.message;

/** The four named outcomes of matching, spelt as the views and outputs are; absent for every other report. */
public enum Category {
    match,
    no_match_buy,
    no_match_sell,
    no_match_other
}
