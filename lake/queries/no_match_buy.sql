-- Question: What did buyers ask for and not get?
-- Budget: 10 % of execution_report
SELECT dt, ts, symbol, seq, commandSeq, execId, account, clOrdId, orderId, ordType, timeInForce, orderQty, price, cumQty,
       orderQty - cumQty AS unmetQty, avgPx, ordStatus, text, listId
FROM execution_report
WHERE category = 'no_match_buy'
ORDER BY symbol, seq
