-- How far has each benchmark drifted from a release?
WITH pinned AS (
  SELECT module, environment, benchmark, params, mode, threads, median(value) AS then_ns
  FROM result WHERE metric = 'time' AND value > 0
    AND (starts_with(commit, CAST(:pinned AS VARCHAR)) OR branch = CAST(:pinned AS VARCHAR)
      OR run_id = CAST(:pinned AS VARCHAR))
  GROUP BY ALL
), latest AS (
  SELECT module, environment, benchmark, params, mode, threads,
    list_median(arg_max(value, started_at, 5)) AS now_ns, arg_max(commit, started_at) AS commit
  FROM result WHERE metric = 'time' AND NOT dirty AND value > 0
    AND (CAST(:branch AS VARCHAR) IS NULL OR branch = CAST(:branch AS VARCHAR))
  GROUP BY ALL
)
SELECT benchmark, params, threads, environment, round(then_ns, 3) AS then_ns,
  round(now_ns, 3) AS now_ns, round(100 * (now_ns / then_ns - 1), 2) AS drift_percent,
  left(commit, 10) AS now_commit
FROM pinned JOIN latest USING (module, environment, benchmark, params, mode, threads)
ORDER BY now_ns / then_ns DESC, benchmark, params, threads, environment
