-- Question: How many records, bytes and files did each table take, day by day?
-- Parameter: from DATE = 2026-01-01
-- Parameter: to DATE = 9999-12-31
-- Budget: 2 % of all tables
WITH files AS (
    SELECT 'accepted' AS tableName, dt, "$path" AS path, "$file_size" AS size, count(*) AS records
    FROM accepted GROUP BY dt, "$path", "$file_size"
    UNION ALL
    SELECT 'alert' AS tableName, dt, "$path" AS path, "$file_size" AS size, count(*) AS records
    FROM alert GROUP BY dt, "$path", "$file_size"
    UNION ALL
    SELECT 'alert_advice' AS tableName, dt, "$path" AS path, "$file_size" AS size, count(*) AS records
    FROM alert_advice GROUP BY dt, "$path", "$file_size"
    UNION ALL
    SELECT 'business_reject' AS tableName, dt, "$path" AS path, "$file_size" AS size, count(*) AS records
    FROM business_reject GROUP BY dt, "$path", "$file_size"
    UNION ALL
    SELECT 'command' AS tableName, dt, "$path" AS path, "$file_size" AS size, count(*) AS records
    FROM command GROUP BY dt, "$path", "$file_size"
    UNION ALL
    SELECT 'dead_letter' AS tableName, dt, "$path" AS path, "$file_size" AS size, count(*) AS records
    FROM dead_letter GROUP BY dt, "$path", "$file_size"
    UNION ALL
    SELECT 'demand' AS tableName, dt, "$path" AS path, "$file_size" AS size, count(*) AS records
    FROM demand GROUP BY dt, "$path", "$file_size"
    UNION ALL
    SELECT 'execution_report' AS tableName, dt, "$path" AS path, "$file_size" AS size, count(*) AS records
    FROM execution_report GROUP BY dt, "$path", "$file_size"
    UNION ALL
    SELECT 'forecast' AS tableName, dt, "$path" AS path, "$file_size" AS size, count(*) AS records
    FROM forecast GROUP BY dt, "$path", "$file_size"
    UNION ALL
    SELECT 'forecast_score' AS tableName, dt, "$path" AS path, "$file_size" AS size, count(*) AS records
    FROM forecast_score GROUP BY dt, "$path", "$file_size"
    UNION ALL
    SELECT 'order_cancel_reject' AS tableName, dt, "$path" AS path, "$file_size" AS size, count(*) AS records
    FROM order_cancel_reject GROUP BY dt, "$path", "$file_size"
    UNION ALL
    SELECT 'stock_level' AS tableName, dt, "$path" AS path, "$file_size" AS size, count(*) AS records
    FROM stock_level GROUP BY dt, "$path", "$file_size"
    UNION ALL
    SELECT 'suggestion' AS tableName, dt, "$path" AS path, "$file_size" AS size, count(*) AS records
    FROM suggestion GROUP BY dt, "$path", "$file_size"
    UNION ALL
    SELECT 'top_of_book' AS tableName, dt, "$path" AS path, "$file_size" AS size, count(*) AS records
    FROM top_of_book GROUP BY dt, "$path", "$file_size"
    UNION ALL
    SELECT 'trade' AS tableName, dt, "$path" AS path, "$file_size" AS size, count(*) AS records
    FROM trade GROUP BY dt, "$path", "$file_size"
    UNION ALL
    SELECT 'trade_corrected' AS tableName, dt, "$path" AS path, "$file_size" AS size, count(*) AS records
    FROM trade_corrected GROUP BY dt, "$path", "$file_size"
    UNION ALL
    SELECT 'transfer' AS tableName, dt, "$path" AS path, "$file_size" AS size, count(*) AS records
    FROM transfer GROUP BY dt, "$path", "$file_size"
    UNION ALL
    SELECT 'usage' AS tableName, dt, "$path" AS path, "$file_size" AS size, count(*) AS records
    FROM usage GROUP BY dt, "$path", "$file_size"
)
SELECT dt, tableName, CAST(sum(records) AS BIGINT) AS records, CAST(sum(size) AS BIGINT) AS bytes, count(*) AS files
FROM files
WHERE dt BETWEEN CAST(? /* from */ AS DATE) AND CAST(? /* to */ AS DATE)
GROUP BY dt, tableName
ORDER BY dt, tableName
