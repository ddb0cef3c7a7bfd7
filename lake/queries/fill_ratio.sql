-- Question: How much of what each account ordered was filled, and how long did orders take to be filled?
-- Parameter: from DATE = 2026-01-01
-- Parameter: to DATE = 9999-12-31
-- Budget: 40 % of execution_report
WITH orders AS (
    SELECT symbol, orderId, account, min(CASE WHEN execType = 'NEW' THEN ts END) AS entered,
           min(CASE WHEN ordStatus = 'FILLED' THEN ts END) AS filled, max_by(orderQty, seq) AS orderQty,
           max_by(cumQty, seq) AS cumQty
    FROM execution_report
    WHERE dt BETWEEN CAST(? /* from */ AS DATE) AND CAST(? /* to */ AS DATE) AND orderId <> 'NONE'
          AND execType NOT IN ('REJECTED', 'ORDER_STATUS')
    GROUP BY symbol, orderId, account
)
SELECT account, count(*) AS orders, count(filled) AS filledOrders, CAST(sum(orderQty) AS BIGINT) AS ordered,
       CAST(sum(cumQty) AS BIGINT) AS filled,
       CAST(sum(cumQty) AS DOUBLE) / CAST(NULLIF(sum(orderQty), 0) AS DOUBLE) AS fillRatio,
       avg(date_diff('millisecond', entered, filled)) AS meanMsToFill,
       max(date_diff('millisecond', entered, filled)) AS maxMsToFill
FROM orders
GROUP BY account
ORDER BY account
