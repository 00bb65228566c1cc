-- Where did a benchmark's level change the most, and between which commits?
SELECT CAST(started_at AS DATE) AS day, benchmark, params, metric,
  round(100 * change, 2) AS change_percent, round(100 * low, 2) AS from_percent,
  round(100 * high, 2) AS to_percent, left(previous_commit, 10) AS after_commit,
  left(commit, 10) AS at_commit, environment
FROM change_point
WHERE kind = 'change' AND started_at >= coalesce(CAST(:since AS TIMESTAMP), TIMESTAMP '1970-01-01')
  AND (CAST(:branch AS VARCHAR) IS NULL OR branch = CAST(:branch AS VARCHAR))
ORDER BY abs(ln(1 + change)) DESC, benchmark, params, metric, environment
