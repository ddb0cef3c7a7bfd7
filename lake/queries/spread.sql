-- Question: How wide was the spread of a symbol, and how much stood at the best prices, minute by minute?
-- Parameter: symbol VARCHAR
-- Parameter: from DATE = 2026-01-01
-- Parameter: to DATE = 9999-12-31
-- Budget: 6 % of top_of_book
SELECT date_trunc('minute', ts) AS minute, count(*) AS changes, min(askPx - bidPx) AS narrowest,
       max(askPx - bidPx) AS widest, avg(CAST(askPx - bidPx AS DOUBLE)) AS mean, max_by(bidPx, seq) AS bidPx,
       max_by(bidQty, seq) AS bidQty, max_by(askPx, seq) AS askPx, max_by(askQty, seq) AS askQty
FROM top_of_book
WHERE symbol = ? /* symbol */ AND dt BETWEEN CAST(? /* from */ AS DATE) AND CAST(? /* to */ AS DATE)
      AND bidPx IS NOT NULL AND askPx IS NOT NULL
GROUP BY date_trunc('minute', ts)
ORDER BY minute
