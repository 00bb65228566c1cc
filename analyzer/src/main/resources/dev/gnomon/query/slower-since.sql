-- Which benchmarks are slower than before a date or release, and by how much?
WITH cut AS (
  SELECT coalesce(CAST(:since AS TIMESTAMP), max(started_at) - INTERVAL 30 DAY) AS moment FROM run
), sides AS (
  SELECT module, environment, benchmark, params, mode, threads,
    arg_max({'value': value, 'spread': spread}, started_at, 5)
      FILTER (WHERE started_at < (SELECT moment FROM cut)) AS early,
    arg_max({'value': value, 'spread': spread}, started_at, 5)
      FILTER (WHERE started_at >= (SELECT moment FROM cut)) AS late
  FROM result
  WHERE metric = 'time' AND NOT dirty AND value > 0
    AND (CAST(:branch AS VARCHAR) IS NULL OR branch = CAST(:branch AS VARCHAR))
  GROUP BY ALL
), levels AS (
  SELECT benchmark, params, threads, environment,
    list_median(list_transform(early, lambda run: run.value)) AS earlier,
    list_median(list_transform(late, lambda run: run.value)) AS now,
    list_max(list_transform(early || late, lambda run: run.spread)) AS spread
  FROM sides
)
SELECT benchmark, params, threads, environment, round(earlier, 3) AS earlier_ns,
  round(now, 3) AS now_ns, round(100 * (now / earlier - 1), 2) AS slower_percent,
  round(100 * spread, 2) AS spread_percent
FROM levels WHERE now > earlier ORDER BY now / earlier DESC, benchmark, params, threads, environment
