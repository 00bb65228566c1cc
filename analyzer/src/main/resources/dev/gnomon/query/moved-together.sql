-- Which benchmarks move together from run to run?
WITH newest AS (
  SELECT run_id, row_number() OVER (PARTITION BY module, environment
    ORDER BY started_at DESC, run_id DESC) AS age
  FROM run WHERE NOT dirty QUALIFY age <= 201
), steps AS (
  SELECT module, environment, benchmark || CASE WHEN params = '' THEN '' ELSE ' (' || params || ')' END
      || CASE WHEN threads = 1 THEN '' ELSE ' ×' || threads END || ' ' || mode AS name, age,
    ln(value / lag(value) OVER (PARTITION BY module, environment, name ORDER BY age DESC)) AS step
  FROM result JOIN newest USING (run_id) WHERE metric = 'time' AND value > 0
), series AS (
  SELECT module, environment, name, count(step) AS known, avg(step) AS usual,
    stddev_pop(step) AS spread, map(list(age), list(step)) AS by_age
  FROM steps WHERE step IS NOT NULL GROUP BY ALL HAVING known >= 5 AND spread > 0
), vectors AS (
  SELECT module, environment, name, known,
    list_transform(range(1, 201), lambda age: by_age[age]) AS step,
    list_transform(range(1, 201),
      lambda age: CAST(coalesce((by_age[age] - usual) / spread, 0) AS FLOAT)) AS part
  FROM series
), near AS (
  -- All pairs at a rough guess, which takes a run that one of them lacks for a usual one.
  SELECT a.module, a.environment, a.name AS benchmark, b.name AS other, a.step AS one, b.step AS two
  FROM vectors a JOIN vectors b USING (module, environment)
  WHERE a.name < b.name AND abs(list_dot_product(a.part, b.part)) >= 0.4 * least(a.known, b.known)
  ORDER BY abs(list_dot_product(a.part, b.part)) / least(a.known, b.known) DESC, benchmark, other
  LIMIT 2000
), pairs AS (
  SELECT module, environment, benchmark, other, unnest(one) AS one, unnest(two) AS two FROM near
)
SELECT benchmark, other, environment, count(*) AS runs, round(corr(one, two), 3) AS correlation
FROM pairs WHERE one IS NOT NULL AND two IS NOT NULL
GROUP BY module, environment, benchmark, other
HAVING count(*) >= 5 AND isfinite(corr(one, two)) AND abs(corr(one, two)) >= 0.5
ORDER BY abs(corr(one, two)) DESC, benchmark, other, environment LIMIT 50
