-- Which benchmarks found the most changes, and which never did?
WITH measured AS (
  SELECT module, benchmark, params, mode, threads, count(*) AS runs, median(spread) AS spread
  FROM result WHERE metric = 'time' GROUP BY ALL
), found AS (
  SELECT module, benchmark, params, mode, threads, count(*) AS changes,
    max(abs(ln(1 + change))) AS largest
  FROM change_point WHERE kind = 'change' GROUP BY ALL
)
SELECT benchmark, params, threads, runs, coalesce(changes, 0) AS changes,
  round(100 * (exp(largest) - 1), 2) AS largest_percent, round(100 * spread, 2) AS spread_percent
FROM measured LEFT JOIN found USING (module, benchmark, params, mode, threads)
ORDER BY coalesce(changes, 0) DESC, largest DESC NULLS LAST, spread NULLS LAST, benchmark, params, threads
