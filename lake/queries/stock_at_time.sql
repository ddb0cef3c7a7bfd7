-- Question: What stock did each account have of each symbol at a time?
-- Parameter: time TIMESTAMP
-- Budget: 50 % of stock_level
SELECT symbol, account, max(seq) AS changedAt, max_by(onHand, seq) AS onHand, max_by(allocated, seq) AS allocated,
       max_by(available, seq) AS available, max_by(onOrder, seq) AS onOrder
FROM stock_level
WHERE ts <= CAST(? /* time */ AS TIMESTAMP) AND dt <= CAST(CAST(? /* time */ AS TIMESTAMP) AS DATE)
GROUP BY symbol, account
ORDER BY symbol, account
