-- Question: What stock did each account have of a symbol after the event with a seq?
-- Parameter: symbol VARCHAR
-- Parameter: seq BIGINT
-- Budget: 6 % of stock_level
SELECT account, max(seq) AS changedAt, max_by(onHand, seq) AS onHand, max_by(allocated, seq) AS allocated,
       max_by(available, seq) AS available, max_by(onOrder, seq) AS onOrder
FROM stock_level
WHERE symbol = ? /* symbol */ AND seq <= ? /* seq */
GROUP BY account
ORDER BY account
