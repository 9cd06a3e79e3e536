"""A straight line by scikit-learn: gradient descent an example at a time, or in closed form.

Neither is the others' way (Adam in batches): they are what people use for lines.
"""

import contestant


def prepare(job):
    import numpy
    import sklearn
    from sklearn.linear_model import Ridge, SGDRegressor

    x, y = contestant.examples(job)
    rows = numpy.arange(job["size"] * job["batch"]) % len(x)
    x, y = x[rows], y[rows].ravel()
    if job["contestant"] == "scikit-learn-sgd":
        line = SGDRegressor(learning_rate="constant", eta0=1e-3, penalty=None, random_state=1)
        work = lambda: line.partial_fit(x, y)
    else:
        line = Ridge(alpha=1e-6)
        work = lambda: line.fit(x, y)
    return f"scikit-learn {sklearn.__version__}", lambda: (len(x), contestant.timed(work))


if __name__ == "__main__":
    contestant.run(prepare)
