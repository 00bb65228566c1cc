-- Which benchmarks move together from run to run?
WITH steps AS (
  SELECT run_id, environment, benchmark || CASE WHEN params = '' THEN '' ELSE ' (' || params || ')' END
      || CASE WHEN threads = 1 THEN '' ELSE ' ×' || threads END || ' ' || mode AS name,
    ln(value / lag(value) OVER (PARTITION BY module, environment, benchmark, params, mode, threads
      ORDER BY started_at)) AS step
  FROM result WHERE metric = 'time' AND NOT dirty AND value > 0
)
SELECT a.name AS benchmark, b.name AS other, a.environment, count(*) AS runs,
  round(corr(a.step, b.step), 3) AS correlation
FROM steps a JOIN steps b ON a.run_id = b.run_id AND a.name < b.name
WHERE a.step IS NOT NULL AND b.step IS NOT NULL
GROUP BY a.name, b.name, a.environment
HAVING count(*) >= 5 AND isfinite(corr(a.step, b.step)) AND abs(corr(a.step, b.step)) >= 0.5
ORDER BY abs(corr(a.step, b.step)) DESC, benchmark, other LIMIT 50
