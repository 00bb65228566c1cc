-- Which benchmarks are too noisy to judge?
WITH recent AS (
  SELECT *, row_number() OVER (PARTITION BY module, environment, benchmark, params, mode, threads
    ORDER BY started_at DESC) AS age
  FROM result WHERE metric = 'time' AND spread IS NOT NULL
)
SELECT benchmark, params, threads, environment, count(*) AS runs,
  round(100 * median(spread), 2) AS spread_percent,
  round(100 * max(spread), 2) AS worst_percent, round(median(value), 3) AS ns_per_op
FROM recent WHERE age <= 10 GROUP BY module, benchmark, params, mode, threads, environment
ORDER BY median(spread) DESC, benchmark, params, threads, environment
