-- Question: What stock did each account have of each symbol at a time?
-- Parameter: time TIMESTAMP
-- Budget: 50 % of stock_level
WITH levels AS (
    SELECT symbol, account, seq, onHand, allocated, available, onOrder
    FROM stock_level_by_day
    WHERE dt < CAST(CAST(? /* time */ AS TIMESTAMP) AS DATE)
    UNION ALL
    SELECT symbol, account, seq, onHand, allocated, available, onOrder
    FROM stock_level
    WHERE dt = CAST(CAST(? /* time */ AS TIMESTAMP) AS DATE) AND ts <= CAST(? /* time */ AS TIMESTAMP)
)
SELECT symbol, account, max(seq) AS changedAt, max_by(onHand, seq) AS onHand, max_by(allocated, seq) AS allocated,
       max_by(available, seq) AS available, max_by(onOrder, seq) AS onOrder
FROM levels
GROUP BY symbol, account
ORDER BY symbol, account
