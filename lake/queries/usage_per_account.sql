-- Question: How much of each meter did each account use?
-- Parameter: from DATE = 2026-01-01
-- Parameter: to DATE = 9999-12-31
-- Budget: 1 % of usage
SELECT account, meter, CAST(sum(value) AS BIGINT) AS used
FROM usage_by_day
WHERE hour >= CAST(CAST(? /* from */ AS DATE) AS TIMESTAMP) AND CAST(hour AS DATE) <= CAST(? /* to */ AS DATE)
GROUP BY account, meter
ORDER BY account, meter
