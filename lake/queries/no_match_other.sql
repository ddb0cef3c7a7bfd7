-- Question: Which orders were rejected, and why?
-- Budget: 5 % of execution_report
SELECT dt, ts, symbol, seq, commandSeq, execId, account, clOrdId, origClOrdId, side, ordType, timeInForce, orderQty,
       price, stopPx, ordRejReason, text, listId
FROM execution_report
WHERE category = 'no_match_other'
ORDER BY symbol, seq, execId
