-- Which packages cost the most time, and how did they change since a date?
WITH cut AS (
  SELECT coalesce(CAST(:since AS TIMESTAMP), max(started_at) - INTERVAL 30 DAY) AS moment FROM run
), sides AS (
  SELECT package, environment, benchmark, params, mode, threads,
    arg_max(value, started_at) AS now,
    arg_max(value, started_at) FILTER (WHERE started_at < (SELECT moment FROM cut)) AS earlier
  FROM result WHERE metric = 'time' AND NOT dirty AND value > 0 GROUP BY ALL
)
SELECT package, environment, count(*) AS benchmarks, round(sum(now), 1) AS sum_ns,
  round(exp(avg(ln(now))), 2) AS typical_ns,
  round(100 * (exp(avg(ln(now / earlier))) - 1), 2) AS change_percent
FROM sides GROUP BY package, environment ORDER BY sum(now) DESC, package, environment
