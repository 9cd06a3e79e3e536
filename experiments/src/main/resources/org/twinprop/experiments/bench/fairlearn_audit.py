"""The rates of an audit by pandas and fairlearn: each metric overall and by group, without intervals
or tests, which fairlearn would have to resample for."""

import os

import contestant


def prepare(job):
    import fairlearn
    import pandas
    from fairlearn.metrics import (
        MetricFrame,
        count,
        false_negative_rate,
        false_positive_rate,
        selection_rate,
        true_negative_rate,
        true_positive_rate,
    )
    from sklearn.metrics import accuracy_score, precision_score

    metrics = {
        "n": count,
        "accuracy": accuracy_score,
        "selection_rate": selection_rate,
        "tpr": true_positive_rate,
        "fpr": false_positive_rate,
        "tnr": true_negative_rate,
        "fnr": false_negative_rate,
        "precision": precision_score,
    }
    path = os.path.join(job["prepared"], "predictions.csv")

    def work():
        table = pandas.read_csv(path)
        for column in ("race", "sex"):
            frame = MetricFrame(
                metrics=metrics,
                y_true=table["label"],
                y_pred=table["prediction"],
                sensitive_features=table[column],
            )
            frame.by_group, frame.overall, frame.difference()

    software = f"fairlearn {fairlearn.__version__}, pandas {pandas.__version__}"
    return software, lambda: (job["size"], contestant.timed(work))


if __name__ == "__main__":
    contestant.run(prepare)
