-- Question: Which trades count, at the price and quantity that corrections have left them?
-- Budget: 70 % of trade and trade_corrected
SELECT trade.dt, trade.ts, trade.symbol, trade.seq, trade.tradeId, COALESCE(corrected.newPrice, trade.price) AS price,
       COALESCE(corrected.newQty, trade.qty) AS qty, trade.buyOrderId, trade.sellOrderId, trade.buyer, trade.seller,
       trade.aggressorSide, trade.currency, trade.dueAt, corrected.ts AS correctedAt, corrected.reason AS correctedFor
FROM trade
LEFT JOIN trade_corrected corrected ON corrected.symbol = trade.symbol AND corrected.tradeId = trade.tradeId
WHERE COALESCE(corrected.newQty, trade.qty) > 0
ORDER BY trade.symbol, trade.seq
