-- Question: What was asked for day by day, what of it was met, and what was lost because nothing was on hand?
-- Budget: 2 % of demand
SELECT bucketStart, symbol, sum(sold) AS sold, sum(issued) AS issued, sum(unmet) AS unmet, sum(lost) AS lost,
       sum(late) AS late,
       sum(COALESCE(accountsUnknown, CASE WHEN account IS NOT NULL AND demand IS NULL THEN 1 ELSE 0 END)) AS accountsUnknown
FROM demand_by_day
GROUP BY bucketStart, symbol
ORDER BY bucketStart, symbol
