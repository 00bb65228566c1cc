-- What did another JDK cost or gain, on the same processor?
WITH clean AS (
  SELECT run_id, module, cpu, host, jdk, started_at FROM run WHERE NOT dirty AND jdk <> ''
), sides AS (
  SELECT module, cpu, host, jdk, max(started_at) AS last, arg_max(run_id, started_at, 10) AS runs
  FROM clean GROUP BY ALL
), pairs AS (
  SELECT a.*, b.jdk AS newer_jdk FROM sides a JOIN sides b USING (module, cpu, host)
  WHERE a.jdk <> b.jdk AND (a.last, a.jdk) < (b.last, b.jdk)
), switches AS (
  SELECT p.jdk, p.newer_jdk, p.runs AS before,
    arg_min(n.run_id, abs(epoch(n.started_at) - epoch(p.last)), 10) AS after
  FROM pairs p JOIN clean n ON n.jdk = p.newer_jdk AND n.module = p.module AND n.cpu = p.cpu
    AND n.host = p.host
  GROUP BY p.module, p.cpu, p.host, p.jdk, p.newer_jdk, p.runs
), chosen AS (
  SELECT jdk, newer_jdk, false AS newer, unnest(before) AS run_id FROM switches
  UNION ALL SELECT jdk, newer_jdk, true, unnest(after) FROM switches
), compared AS (
  SELECT r.module, r.benchmark, r.params, r.mode, r.threads, r.cpu, r.host, c.jdk, c.newer_jdk,
    median(r.value) FILTER (WHERE NOT c.newer) AS ns, median(r.value) FILTER (WHERE c.newer) AS new_ns
  FROM chosen c JOIN result r ON r.run_id = c.run_id WHERE r.metric = 'time' AND r.value > 0
  GROUP BY ALL HAVING ns IS NOT NULL AND new_ns IS NOT NULL
)
SELECT benchmark, params, threads, cpu, jdk, newer_jdk, round(ns, 3) AS ns,
  round(new_ns, 3) AS newer_ns, round(100 * (new_ns / ns - 1), 2) AS change_percent
FROM compared ORDER BY abs(ln(new_ns / ns)) DESC, benchmark, params, threads, jdk, newer_jdk
