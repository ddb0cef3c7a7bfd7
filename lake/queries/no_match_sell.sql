-- Question: What did sellers offer and not sell?
-- Budget: 10 % of execution_report
SELECT dt, ts, symbol, seq, commandSeq, execId, account, clOrdId, orderId, ordType, timeInForce, orderQty, price, cumQty,
       orderQty - cumQty AS unmetQty, avgPx, ordStatus, text, listId
FROM execution_report
WHERE category = 'no_match_sell'
ORDER BY symbol, seq
