-- Which benchmarks are no longer measured?
WITH latest AS (
  SELECT module, max(started_at) AS moment FROM run WHERE NOT dirty GROUP BY module
), seen AS (
  SELECT module, benchmark, params, mode, threads, max(started_at) AS last,
    arg_max(commit, started_at) AS commit
  FROM result WHERE metric = 'time' AND NOT dirty GROUP BY ALL
)
SELECT benchmark, params, threads, module, last, left(commit, 10) AS last_commit
FROM seen JOIN latest USING (module) WHERE last < moment ORDER BY last DESC, benchmark, params, threads
