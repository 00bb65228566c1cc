"""Writes reference.csv beside this file: statistics as SciPy and NumPy compute them.

    python3 reference.py        (the first line of the file names the versions)

Columns, separated by semicolons: kind; sample a; sample b; parameter; expected values.
Kinds of samples, as in the name of each case: natural (log-normal times), edge (tiny, constant,
tied, far apart, huge), each drawn with a fixed seed.
"""
import pathlib
import numpy as np
import scipy
from scipy import stats
from scipy.stats import false_discovery_control

rng = np.random.default_rng(20261123)
rows = []


def text(values):
    return " ".join(repr(float(v)) for v in np.atleast_1d(values))


def case(kind, a, b, parameter, expected):
    expected = np.atleast_1d(np.asarray(expected, dtype=float))
    assert np.all(np.isfinite(expected)), (kind, a, b, expected)
    rows.append(";".join([kind, text(a), text(b) if b is not None else "", repr(float(parameter)), text(expected)]))


def samples():
    for n, m in [(2, 2), (3, 3), (3, 5), (5, 5), (5, 50), (10, 10), (4, 7), (30, 30)]:
        for scale, sd in [(1.0, 0.03), (1e6, 0.2), (1e-3, 0.005)]:
            yield (scale * np.exp(rng.normal(0.01, sd, n)), scale * np.exp(rng.normal(0, sd, m)))
    yield np.array([1.0, 1.0, 1.0000001]), np.array([2.0, 2.0, 2.0000001])
    yield np.array([1e12, 1e12 + 1, 1e12 + 3]), np.array([1e12, 1e12 + 2])


def moments(a):
    return [a.mean(), np.var(a, ddof=1), np.median(a), np.quantile(a, 0.25), np.quantile(a, 0.9), stats.trim_mean(a, 0.2)]


for a, b in samples():
    case("moments", a, None, 0, moments(a))
    la, lb = np.log(a), np.log(b)
    w = stats.ttest_ind(la, lb, equal_var=False)
    g = stats.ttest_ind(la, lb, equal_var=False, alternative="greater")
    ci = w.confidence_interval(0.90)
    case("welch", a, b, 0.90, [la.mean() - lb.mean(), w.df, w.pvalue, g.pvalue, 1 - g.pvalue, ci.low, ci.high])
    limit = 0.03
    low = stats.ttest_ind(la + limit, lb, equal_var=False, alternative="greater").pvalue
    high = stats.ttest_ind(la - limit, lb, equal_var=False, alternative="less").pvalue
    case("tost", a, b, limit, [max(low, high)])
    case("hodges-lehmann", a, b, 0, [np.median(np.subtract.outer(a, b))])

for n, m in [(3, 3), (4, 6), (5, 5), (7, 4), (8, 9), (10, 10)]:
    a, b = rng.normal(0.6, 1, n), rng.normal(0, 1, m)
    case("mann-whitney", a, b, 0, [stats.mannwhitneyu(a, b, alternative="greater", method="exact").pvalue])
    if n + m <= 16:
        p = stats.permutation_test((a, b), lambda x, y: x.mean() - y.mean(), alternative="greater", n_resamples=np.inf)
        case("permutation", a, b, 0, [p.pvalue])

for n in [1, 2, 3, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50]:
    for shift in [0, 0.5, -0.8]:
        d = rng.normal(shift, 1, n)
        case("signed-rank", d, None, 0, [
            stats.wilcoxon(d, alternative="greater", method="exact").pvalue,
            stats.wilcoxon(d, alternative="less", method="exact").pvalue])

# Ties and zeros: the exact distribution of the mid-ranks, by flipping every sign.
for n in [4, 6, 8, 10]:
    for _ in range(3):
        d = rng.integers(-3, 6, n).astype(float)
        d = d[d != 0] if np.any(d != 0) else np.array([1.0])
        ranks = stats.rankdata(np.abs(d))
        observed = ranks[d > 0].sum()
        sums = [ranks[[bool(k >> i & 1) for i in range(len(d))]].sum() for k in range(2 ** len(d))]
        case("signed-rank", d, None, 0, [np.mean(np.array(sums) >= observed), np.mean(np.array(sums) <= observed)])


def holm(p):
    order = np.argsort(p, kind="stable")
    adjusted = np.empty(len(p))
    adjusted[order] = np.minimum(1, np.maximum.accumulate((len(p) - np.arange(len(p))) * p[order]))
    return adjusted


for n in [1, 2, 3, 5, 10, 50]:
    for power in [1, 3]:
        p = rng.random(n) ** power
        case("holm", p, None, 0, holm(p))
        case("benjamini-hochberg", p, None, 0, false_discovery_control(p))

for df in [1, 1.5, 2.3, 4, 8, 8.7, 29, 120, 1e4]:
    t = np.array([-8.0, -2.5, -0.3, 0.0, 0.1, 1.7, 4.2, 12.0])
    case("t-above", t, None, df, stats.t.sf(t, df))
    q = np.array([0.001, 0.05, 0.3, 0.8, 0.95, 0.975, 0.9995])
    case("t-quantile", q, None, df, stats.t.ppf(q, df))
q = np.array([0.001, 0.05, 0.3, 0.8, 0.95, 0.975, 0.9995])
case("normal-quantile", q, None, 0, stats.norm.ppf(q))

for sd in [0.005, 0.02, 0.035, 0.11]:
    for alpha in [0.05, 0.01, 0.0005]:
        z = stats.norm.ppf(1 - alpha) + stats.norm.ppf(0.8)
        case("per-side", np.array([sd, 0.03]), None, alpha, [np.clip(np.ceil(2 * (z * sd / 0.03) ** 2), 3, 1e5)])

header = f"# {len(rows)} cases by SciPy {scipy.__version__}, NumPy {np.__version__}: python3 reference.py"
pathlib.Path(__file__).with_name("reference.csv").write_text("\n".join([header, *rows]) + "\n")
print(header)
