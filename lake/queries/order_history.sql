-- Question: What was reported of each order, cancels and replacements that were refused included, in order?
-- Budget: 75 % of execution_report and order_cancel_reject
SELECT dt, ts, symbol, seq, commandSeq, execId, account, clOrdId, origClOrdId, orderId, 'ExecutionReport' AS report,
       execType, ordStatus, side, ordType, timeInForce, orderQty, price, stopPx, displayQty, minQty, expireTime, lastQty,
       lastPx, cumQty, leavesQty, avgPx, ordRejReason, CAST(NULL AS BIGINT) AS cxlRejReason, text, listId, category,
       execRefId
FROM execution_report
UNION ALL
SELECT dt, ts, symbol, seq, commandSeq, execId, account, clOrdId, origClOrdId, orderId, 'OrderCancelReject' AS report,
       CAST(NULL AS VARCHAR), ordStatus, CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR),
       CAST(NULL AS BIGINT), CAST(NULL AS DECIMAL(18, 4)), CAST(NULL AS DECIMAL(18, 4)), CAST(NULL AS BIGINT),
       CAST(NULL AS BIGINT), CAST(NULL AS TIMESTAMP), CAST(NULL AS BIGINT), CAST(NULL AS DECIMAL(18, 4)),
       CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), CAST(NULL AS DECIMAL(18, 4)), CAST(NULL AS BIGINT), cxlRejReason, text,
       CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR)
FROM order_cancel_reject
ORDER BY symbol, seq, execId
