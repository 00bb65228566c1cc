-- Which benchmarks allocate more or less than before a date?
WITH cut AS (
  SELECT coalesce(CAST(:since AS TIMESTAMP), max(started_at) - INTERVAL 30 DAY) AS moment FROM run
), sides AS (
  SELECT module, environment, benchmark, params, mode, threads,
    arg_max(value, started_at) FILTER (WHERE started_at < (SELECT moment FROM cut)) AS earlier,
    arg_max(value, started_at) FILTER (WHERE started_at >= (SELECT moment FROM cut)) AS now
  FROM result WHERE metric = 'gc.alloc.rate.norm' AND NOT dirty GROUP BY ALL
)
SELECT benchmark, params, threads, environment, round(earlier, 1) AS earlier_bytes,
  round(now, 1) AS now_bytes, round(now - earlier, 1) AS more_bytes
FROM sides WHERE abs(now - earlier) >= 1
ORDER BY abs(now - earlier) DESC, benchmark, params, threads, environment
