-- Question: What were open, high, low, close, volume and volume-weighted mean price of a symbol, minute by minute?
-- Parameter: symbol VARCHAR
-- Parameter: from DATE = 2026-01-01
-- Parameter: to DATE = 9999-12-31
-- Budget: 10 % of trade and trade_corrected
WITH counted AS (
    SELECT trade.ts, trade.seq, COALESCE(corrected.newPrice, trade.price) AS price,
           COALESCE(corrected.newQty, trade.qty) AS qty
    FROM trade
    LEFT JOIN trade_corrected corrected ON corrected.symbol = trade.symbol AND corrected.tradeId = trade.tradeId
    WHERE trade.symbol = ? /* symbol */ AND trade.dt BETWEEN CAST(? /* from */ AS DATE) AND CAST(? /* to */ AS DATE)
)
SELECT date_trunc('minute', ts) AS minute, min_by(price, seq) AS open, max(price) AS high, min(price) AS low,
       max_by(price, seq) AS close, CAST(sum(qty) AS BIGINT) AS volume, count(*) AS trades,
       CAST(sum(price * qty) AS DOUBLE) / CAST(sum(qty) AS DOUBLE) AS vwap
FROM counted
WHERE qty > 0
GROUP BY date_trunc('minute', ts)
ORDER BY minute
