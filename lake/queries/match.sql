-- Question: Which orders traded, how much and at what price?
-- Budget: 40 % of execution_report
SELECT dt, ts, symbol, seq, commandSeq, execId, account, clOrdId, orderId, side, ordType, timeInForce, orderQty, price,
       lastQty, lastPx, cumQty, leavesQty, avgPx, ordStatus, listId
FROM execution_report
WHERE category = 'match'
ORDER BY symbol, seq
