-- Is it worse on some machines, and which are noisy?
-- Over the newest 500 runs of each, so that code of long ago does not weigh in.
WITH newest AS (
  SELECT run_id FROM run WHERE NOT dirty
  QUALIFY row_number() OVER (PARTITION BY module, environment
    ORDER BY started_at DESC, run_id DESC) <= 500
), sides AS (
  SELECT module, environment, benchmark, params, mode, threads, any_value(cpu) AS cpu,
    median(value) AS ns, median(spread) AS spread, count(*) AS runs
  FROM result JOIN newest USING (run_id) WHERE metric = 'time' AND value > 0 GROUP BY ALL
), relative AS (
  SELECT *, ns / min(ns) OVER (PARTITION BY module, benchmark, params, mode, threads) AS slower
  FROM sides
)
SELECT environment, any_value(cpu) AS cpu, count(*) AS benchmarks, max(runs) AS runs,
  round(exp(avg(ln(slower))), 3) AS times_the_fastest, round(100 * median(spread), 2) AS spread_percent
FROM relative GROUP BY environment ORDER BY times_the_fastest DESC, environment
