-- Question: Which products had the largest turnover?
-- Parameter: from DATE = 2026-01-01
-- Parameter: to DATE = 9999-12-31
-- Parameter: products BIGINT = 10
-- Budget: 15 % of trade and trade_corrected
SELECT trade.symbol, trade.currency, count(*) AS trades, CAST(sum(COALESCE(corrected.newQty, trade.qty)) AS BIGINT) AS qty,
       sum(COALESCE(corrected.newPrice, trade.price) * COALESCE(corrected.newQty, trade.qty)) AS turnover
FROM trade
LEFT JOIN trade_corrected corrected ON corrected.symbol = trade.symbol AND corrected.tradeId = trade.tradeId
WHERE trade.dt BETWEEN CAST(? /* from */ AS DATE) AND CAST(? /* to */ AS DATE) AND COALESCE(corrected.newQty, trade.qty) > 0
GROUP BY trade.symbol, trade.currency
ORDER BY turnover DESC, symbol
LIMIT ? /* products */
