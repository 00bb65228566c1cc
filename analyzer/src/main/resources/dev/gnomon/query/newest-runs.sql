-- Which runs were recorded last?
SELECT started_at, module, branch, left(commit, 10) AS commit, dirty, environment, jdk,
  round(took_s, 1) AS seconds,
  (SELECT count(*) FROM result WHERE result.run_id = run.run_id AND metric = 'time') AS benchmarks
FROM run ORDER BY started_at DESC, run_id LIMIT 20
