-- Which benchmarks fail, how and how often?
SELECT benchmark, params, threads, status, count(*) AS forks, count(DISTINCT run_id) AS runs,
  max(started_at) AS last
FROM fork WHERE status <> 'good' GROUP BY benchmark, params, mode, threads, status
ORDER BY forks DESC, benchmark, params, threads, status
