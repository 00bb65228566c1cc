-- How much time goes into measuring?
SELECT strftime(started_at, '%Y-%m') AS month, module, count(*) AS runs,
  round(sum(took_s) / 3600, 2) AS hours, round(median(took_s) / 60, 2) AS minutes_per_run
FROM run GROUP BY month, module ORDER BY month DESC, hours DESC, module
