"""A network of dense layers and relu by hand in NumPy, with Adam, in float32."""

import re

import contestant

LEARNING_RATE = 1e-3
BETA_1, BETA_2, EPSILON = 0.9, 0.999, 1e-8


def prepare(job):
    import numpy

    x, y = contestant.examples(job)
    network = Network(numpy, job["network"], x.reshape(len(x), -1), y)
    pairs = contestant.batches(x.reshape(len(x), -1), y, job["batch"])

    def work():
        for number in range(job["size"]):
            network.step(*pairs[number % len(pairs)])

    turn = lambda: (job["size"] * job["batch"], contestant.timed(work))
    return f"NumPy {numpy.__version__}", turn


class Network:
    def __init__(self, np, text, x, y):
        self.np = np
        self.classes = text.endswith("softmax-xent")
        random = np.random.default_rng(1)
        widths = [x.shape[1]] + [int(width) for width in re.findall(r"dense\((\d+)\)", text)]
        self.W = [
            (random.standard_normal((a, b)) * np.sqrt(2 / a)).astype(np.float32)
            for a, b in zip(widths, widths[1:])
        ]
        self.b = [np.zeros(width, np.float32) for width in widths[1:]]
        parameters = self.W + self.b
        self.m = [np.zeros_like(p) for p in parameters]
        self.v = [np.zeros_like(p) for p in parameters]
        self.t = 0

    def step(self, x, y):
        np = self.np
        inputs = [x]  # of every layer
        for W, b in zip(self.W[:-1], self.b[:-1]):
            inputs.append(np.maximum(inputs[-1] @ W + b, 0))
        z = inputs[-1] @ self.W[-1] + self.b[-1]
        loss, dz = (self.softmax_cross_entropy if self.classes else self.squared_error)(z, y)
        dW, db = [], []
        for i in reversed(range(len(self.W))):
            dW.insert(0, inputs[i].T @ dz)
            db.insert(0, dz.sum(axis=0))
            if i > 0:
                dz = (dz @ self.W[i].T) * (inputs[i] > 0)
        self.adam(dW + db)
        return loss

    def softmax_cross_entropy(self, z, y):
        np = self.np
        rows = np.arange(len(y))
        z = z - z.max(axis=1, keepdims=True)
        logp = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        dz = np.exp(logp)
        dz[rows, y] -= 1
        return -logp[rows, y].mean(), dz / np.float32(len(y))

    def squared_error(self, z, y):
        difference = z - y
        return (difference**2).mean(), 2 * difference / self.np.float32(difference.size)

    def adam(self, gradients):
        np = self.np
        self.t += 1
        correction = np.sqrt(1 - BETA_2**self.t)
        rate = np.float32(LEARNING_RATE * correction / (1 - BETA_1**self.t))
        floor = np.float32(EPSILON * correction)
        for p, g, m, v in zip(self.W + self.b, gradients, self.m, self.v):
            m += np.float32(1 - BETA_1) * (g - m)
            v += np.float32(1 - BETA_2) * (g * g - v)
            p -= rate * m / (np.sqrt(v) + floor)


if __name__ == "__main__":
    contestant.run(prepare)
