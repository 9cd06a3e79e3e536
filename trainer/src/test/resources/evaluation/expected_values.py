"""Writes expected_values.json: tables of predictions and what scikit-learn, fairlearn, SciPy and
statsmodels say about them. Run it in a virtual environment that has these four:

    python expected_values.py > expected_values.json
"""
import json
import math

import fairlearn
import fairlearn.metrics as fm
import numpy as np
import scipy
import scipy.optimize
import scipy.stats
import sklearn
import sklearn.metrics as sm
import statsmodels
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import confint_proportions_2indep

random = np.random.default_rng(20)


def binary():
    n = 400
    group = random.choice(["blue", "green", "violet"], n, p=[0.5, 0.35, 0.15])
    y = (random.random(n) < 0.4).astype(int)
    score = np.round(np.clip(0.25 + 0.4 * y + 0.25 * random.standard_normal(n), 0, 1), 6)
    prediction = (score > 0.5).astype(int)
    return group, y, prediction, score


def rates(y, p):
    tn, fp, fn, tp = (int(v) for v in sm.confusion_matrix(y, p, labels=[0, 1]).ravel())
    return {
        "accuracy": sm.accuracy_score(y, p),
        "error_rate": sm.zero_one_loss(y, p),
        "selection_rate": fm.selection_rate(y, p),
        "tpr": fm.true_positive_rate(y, p),
        "fpr": fm.false_positive_rate(y, p),
        "tnr": fm.true_negative_rate(y, p),
        "fnr": fm.false_negative_rate(y, p),
        "precision": sm.precision_score(y, p),
        "confusion": [[tn, fp], [fn, tp]],
    }


def expected_calibration_error(y, score):
    """From scikit-learn's bins: the shares and mean scores of calibration_curve."""
    from sklearn.calibration import calibration_curve

    true, mean = calibration_curve(y, score, n_bins=10)
    edges = np.linspace(0, 1, 11)
    bins = np.searchsorted(edges[1:-1], score)
    sizes = np.bincount(bins, minlength=10)
    sizes = sizes[sizes > 0]
    return float(np.sum(sizes * np.abs(true - mean)) / len(y)), [
        {"n": int(s), "outcome": float(t), "mean_score": float(m)} for s, t, m in zip(sizes, true, mean)]


def binary_case():
    group, y, p, score = binary()
    by_group = {}
    for g in sorted(set(group)):
        at = group == g
        by_group[g] = rates(y[at], p[at])
        by_group[g]["brier"] = sm.brier_score_loss(y[at], score[at])
        by_group[g]["expected_calibration_error"], by_group[g]["bins"] = (
            expected_calibration_error(y[at], score[at]))
    overall = rates(y, p)
    overall["brier"] = sm.brier_score_loss(y, score)
    overall["expected_calibration_error"], overall["bins"] = expected_calibration_error(y, score)

    def frame(metric):
        return fm.MetricFrame(metrics=metric, y_true=y, y_pred=p, sensitive_features=group)

    return {
        "group": group.tolist(), "label": y.tolist(), "prediction": p.tolist(),
        "score": score.tolist(), "overall": overall, "by_group": by_group,
        "disparities": {
            "demographic_parity_difference":
                fm.demographic_parity_difference(y, p, sensitive_features=group),
            "demographic_parity_ratio":
                fm.demographic_parity_ratio(y, p, sensitive_features=group),
            "equalized_odds_difference":
                fm.equalized_odds_difference(y, p, sensitive_features=group),
            "equal_opportunity_difference": frame(fm.true_positive_rate).difference(),
            "predictive_parity_difference": frame(sm.precision_score).difference(),
            "error_rate_difference": frame(sm.zero_one_loss).difference(),
            "error_rate_ratio": frame(sm.zero_one_loss).ratio(),
        },
    }


def classes_case():
    n = 500
    group = random.choice(["north", "south"], n, p=[0.7, 0.3])
    names = np.array(["ant", "bee", "cat", "dog"])
    y = random.choice(4, n)
    p = np.where(random.random(n) < 0.7, y, random.choice(4, n))
    # a class that nobody in the south has, nor is predicted to have: rates without denominators
    south = group == "south"
    y[south & (y == 3)] = 0
    p[south & (p == 3)] = 1

    def of(y, p):
        each, recall, precision = {}, [], []
        for k, name in enumerate(names):
            each[str(name)] = {
                "tpr": none(sm.recall_score(y == k, p == k, zero_division=np.nan)),
                "precision": none(sm.precision_score(y == k, p == k, zero_division=np.nan)),
                "selection_rate": float(np.mean(p == k)),
                "fpr": none(1 - sm.recall_score(y != k, p != k, zero_division=np.nan)),
            }
        return {
            "accuracy": sm.accuracy_score(y, p),
            "tpr": sm.recall_score(y, p, average="macro", labels=[0, 1, 2, 3], zero_division=np.nan),
            "precision": sm.precision_score(
                y, p, average="macro", labels=[0, 1, 2, 3], zero_division=np.nan),
            "confusion": sm.confusion_matrix(y, p, labels=[0, 1, 2, 3]).tolist(),
            "classes": each,
        }

    return {
        "group": group.tolist(), "label": names[y].tolist(), "prediction": names[p].tolist(),
        "overall": of(y, p),
        "by_group": {g: of(y[group == g], p[group == g]) for g in ["north", "south"]},
    }


def none(value):
    return None if math.isnan(value) else float(value)


def regression_case():
    n = 300
    group = random.choice(["bronx", "queens"], n)
    y = np.round(1500 + 300 * random.standard_normal(n), 4)
    p = np.round(y + 100 * random.standard_normal(n) + np.where(group == "bronx", 40, -10), 4)

    def of(y, p):
        return {
            "mae": sm.mean_absolute_error(y, p),
            "rmse": sm.root_mean_squared_error(y, p),
            "bias": float(np.mean(p - y)),
            "r2": sm.r2_score(y, p),
        }

    frame = fm.MetricFrame(
        metrics=sm.mean_absolute_error, y_true=y, y_pred=p, sensitive_features=group)
    errors = np.abs(p - y)
    welch = scipy.stats.ttest_ind(
        errors[group == "bronx"], errors[group == "queens"], equal_var=False)
    bias = scipy.stats.ttest_ind(
        (p - y)[group == "bronx"], (p - y)[group == "queens"], equal_var=False)
    interval = bias.confidence_interval(0.95)
    return {
        "group": group.tolist(), "label": y.tolist(), "prediction": p.tolist(),
        "bias_welch": {"statistic": bias.statistic, "p_value": bias.pvalue,
                       "low": interval.low, "high": interval.high},
        "overall": of(y, p),
        "by_group": {g: of(y[group == g], p[group == g]) for g in ["bronx", "queens"]},
        "disparities": {"mae_difference": frame.difference(), "mae_ratio": frame.ratio()},
        "welch": {"statistic": welch.statistic, "p_value": welch.pvalue},
    }


def wilson(k, n):
    interval = scipy.stats.binomtest(k, n).proportion_ci(method="wilson")
    return {"count": k, "n": n, "low": interval.low, "high": interval.high}


def newcombe(k1, n1, k2, n2):
    low, high = confint_proportions_2indep(k1, n1, k2, n2, method="newcomb")
    return {"count1": k1, "n1": n1, "count2": k2, "n2": n2, "low": low, "high": high}


def newcombe_paired(a, b, c, d):
    """Newcombe 1998, Statistics in Medicine 17, 2635-2650, method 10, from SciPy's intervals."""
    n = a + b + c + d
    one, other = wilson(a + b, n), wilson(a + c, n)
    p1, p2 = (a + b) / n, (a + c) / n
    margins = (a + b) * (c + d) * (a + c) * (b + d)
    ad_bc = a * d - b * c
    phi = 0 if margins == 0 else (
        max(ad_bc - n / 2, 0) if ad_bc > 0 else ad_bc) / math.sqrt(margins)
    below, above = p1 - one["low"], other["high"] - p2
    low = p1 - p2 - math.sqrt(below ** 2 - 2 * phi * below * above + above ** 2)
    below, above = p2 - other["low"], one["high"] - p1
    high = p1 - p2 + math.sqrt(below ** 2 - 2 * phi * below * above + above ** 2)
    return {"counts": [a, b, c, d], "low": low, "high": high}


def chi_square(errors, n):
    table = [errors, [b - a for a, b in zip(errors, n)]]
    result = scipy.stats.chi2_contingency(table, correction=False)
    return {"errors": errors, "n": n, "statistic": result.statistic, "p_value": result.pvalue}


def fisher(errors, n):
    table = [[e, m - e] for e, m in zip(errors, n)]
    return {"errors": errors, "n": n, "p_value": scipy.stats.fisher_exact(table).pvalue}


def detectable(rate, n1, n2):
    z = scipy.stats.norm.ppf

    def shortfall(d):
        other = rate + d
        pooled = (n1 * rate + n2 * other) / (n1 + n2)
        return d - (
            z(0.975) * math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2))
            + z(0.8) * math.sqrt(rate * (1 - rate) / n1 + other * (1 - other) / n2))

    found = scipy.optimize.brentq(shortfall, 1e-9, 1 - rate, xtol=1e-15, rtol=1e-14)
    return {"rate": rate, "n1": n1, "n2": n2, "difference": found}


def mcnemar_case(first, second, exact):
    result = mcnemar([[0, first], [second, 0]], exact=exact, correction=False)
    return {"only_first": first, "only_second": second, "p_value": float(result.pvalue)}


def exact_table(errors, n):
    """The p-value of all tables with these margins, each weighed by its probability."""
    total, wrong = sum(n), sum(errors)
    rate = wrong / total

    def statistic(e):
        return sum((a - rate * b) ** 2 / (rate * b * (1 - rate)) for a, b in zip(e, n))

    observed, p = statistic(errors), 0.0
    for a in range(min(n[0], wrong) + 1):
        for b in range(min(n[1], wrong - a) + 1):
            c = wrong - a - b
            if c <= n[2] and statistic([a, b, c]) >= observed * (1 - 1e-12):
                p += math.comb(n[0], a) * math.comb(n[1], b) * math.comb(n[2], c)
    return {"errors": errors, "n": n, "p_value": p / math.comb(total, wrong)}


p_values = [0.04, 0.001, 0.3, 0.012, 0.0499, 0.8]
print(json.dumps({
    "source": {
        "scikit-learn": sklearn.__version__, "fairlearn": fairlearn.__version__,
        "scipy": scipy.__version__, "statsmodels": statsmodels.__version__,
        "numpy": np.__version__},
    "binary": binary_case(),
    "classes": classes_case(),
    "regression": regression_case(),
    "wilson": [wilson(*a) for a in [(0, 10), (10, 10), (1, 3), (19, 2000), (123456, 5000000)]],
    "newcombe": [newcombe(*a) for a in [
        (56, 70, 48, 80), (0, 10, 10, 10), (0, 40, 0, 25), (19, 2000, 3, 15)]],
    "newcombe_paired": [newcombe_paired(*a) for a in [
        (36, 12, 2, 0), (4, 0, 0, 0), (700, 60, 20, 120), (0, 12, 9, 0), (53, 0, 1, 0)]],
    "chi_square": [chi_square([30, 50], [300, 310]), chi_square([16, 2, 40, 9], [650, 650, 700, 80])],
    "fisher": [fisher([1, 6], [20, 25]), fisher([0, 9], [400, 380]), fisher([3, 3], [10, 10])],
    "tables": [exact_table([1, 5, 2], [30, 40, 25]), exact_table([0, 6, 3], [200, 150, 40])],
    "mcnemar": [mcnemar_case(12, 3, True), mcnemar_case(0, 5, True), mcnemar_case(700, 620, False)],
    "holm": {"p_values": p_values,
             "adjusted": multipletests(p_values, method="holm")[1].tolist()},
    "detectable": [detectable(0.1, 500, 500), detectable(0.01, 2000, 60), detectable(0.4, 35, 90)],
}, indent=None, separators=(",", ":"), default=float))
