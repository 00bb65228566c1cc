-- Which benchmarks are slower than before a date or release, and by how much?
WITH cut AS (
  SELECT coalesce(CAST(:since AS TIMESTAMP), max(started_at) - INTERVAL 30 DAY) AS moment FROM run
), timed AS (
  SELECT result.*, started_at < (SELECT moment FROM cut) AS early,
    row_number() OVER (PARTITION BY module, environment, benchmark, params, mode, threads,
      started_at < (SELECT moment FROM cut) ORDER BY started_at DESC) AS age
  FROM result
  WHERE metric = 'time' AND NOT dirty AND value > 0
    AND (CAST(:branch AS VARCHAR) IS NULL OR branch = CAST(:branch AS VARCHAR))
), sides AS (
  SELECT module, environment, benchmark, params, mode, threads,
    median(value) FILTER (WHERE early) AS earlier, median(value) FILTER (WHERE NOT early) AS now,
    greatest(max(spread) FILTER (WHERE early), max(spread) FILTER (WHERE NOT early)) AS spread
  FROM timed WHERE age <= 5 GROUP BY ALL
)
SELECT benchmark, params, threads, environment, round(earlier, 3) AS earlier_ns,
  round(now, 3) AS now_ns, round(100 * (now / earlier - 1), 2) AS slower_percent,
  round(100 * spread, 2) AS spread_percent
FROM sides WHERE now > earlier ORDER BY now / earlier DESC, benchmark, params, threads, environment
