-- What did another JDK cost or gain, on the same processor?
WITH sides AS (
  SELECT module, cpu, host, jdk, benchmark, params, mode, threads, median(value) AS ns,
    max(started_at) AS last
  FROM result WHERE metric = 'time' AND NOT dirty AND value > 0 AND jdk <> '' GROUP BY ALL
)
SELECT a.benchmark, a.params, a.threads, a.cpu, a.jdk, b.jdk AS newer_jdk, round(a.ns, 3) AS ns,
  round(b.ns, 3) AS newer_ns, round(100 * (b.ns / a.ns - 1), 2) AS change_percent
FROM sides a JOIN sides b USING (module, cpu, host, benchmark, params, mode, threads)
WHERE a.jdk <> b.jdk AND (a.last, a.jdk) < (b.last, b.jdk)
ORDER BY abs(ln(b.ns / a.ns)) DESC, a.benchmark, a.params, a.threads, a.jdk, b.jdk
