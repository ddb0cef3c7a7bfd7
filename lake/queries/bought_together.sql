-- Question: What was bought in one cart with a product, most often first, as far as anyone has it in stock?
-- Parameter: symbol VARCHAR
-- Parameter: from DATE = 2026-01-01
-- Parameter: to DATE = 9999-12-31
-- Parameter: products BIGINT = 10
-- Budget: 12 % of execution_report and stock_level
WITH bought AS (
    SELECT DISTINCT account, listId, symbol
    FROM execution_report
    WHERE dt BETWEEN CAST(? /* from */ AS DATE) AND CAST(? /* to */ AS DATE) AND listId IS NOT NULL
          AND execType = 'TRADE' AND side = 'BUY'
),
together AS (
    SELECT other.symbol, count(*) AS carts
    FROM bought one
    JOIN bought other ON other.account = one.account AND other.listId = one.listId AND other.symbol <> one.symbol
    WHERE one.symbol = ? /* symbol */
    GROUP BY other.symbol
),
levels AS (
    SELECT symbol, account, max_by(available, seq) AS available
    FROM stock_level_by_day
    GROUP BY symbol, account
)
SELECT together.symbol, together.carts, CAST(sum(levels.available) AS BIGINT) AS available
FROM together
JOIN levels ON levels.symbol = together.symbol AND levels.available > 0
GROUP BY together.symbol, together.carts
ORDER BY together.carts DESC, together.symbol
LIMIT ? /* products */
