"""The same dense networks by scikit-learn's MLPClassifier and MLPRegressor, with Adam.

A turn is one pass over as many examples as the others see in theirs.
"""

import re

import contestant

LEARNING_RATE = 1e-3


def prepare(job):
    import numpy
    import sklearn
    from sklearn.neural_network import MLPClassifier, MLPRegressor

    x, y = contestant.examples(job)
    x = x.reshape(len(x), -1)
    rows = numpy.arange(job["size"] * job["batch"]) % len(x)
    x, y = x[rows], y[rows]
    *hidden, _ = [int(width) for width in re.findall(r"dense\((\d+)\)", job["network"])]
    settings = {
        "hidden_layer_sizes": hidden,
        "solver": "adam",
        "alpha": 0.0,
        "batch_size": job["batch"],
        "learning_rate_init": LEARNING_RATE,
        "random_state": 1,
    }
    if job["network"].endswith("softmax-xent"):
        network = MLPClassifier(**settings)
        # the first pass has to be told all classes
        network.partial_fit(x, y, classes=numpy.arange(10))
    else:
        network = MLPRegressor(**settings)
        y = y.ravel()

    turn = lambda: (len(x), contestant.timed(lambda: network.partial_fit(x, y)))
    return f"scikit-learn {sklearn.__version__}", turn


if __name__ == "__main__":
    contestant.run(prepare)
