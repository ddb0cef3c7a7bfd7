-- Question: What was reported of one order, in order?
-- Parameter: orderId VARCHAR
-- Budget: 12 % of execution_report
SELECT ts, seq, execId, account, clOrdId, execType, ordStatus, side, orderQty, price, lastQty, lastPx, cumQty, leavesQty,
       avgPx, text
FROM execution_report
WHERE orderId = ? /* orderId */
ORDER BY seq, execId
