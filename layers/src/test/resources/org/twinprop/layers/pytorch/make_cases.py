"""Draws random small networks over the whole catalogue and writes what PyTorch computes for them.

    OMP_NUM_THREADS=1 python make_cases.py cases.txt.gz

Needs PyTorch (any build) and nothing else. Every layer and loss is PyTorch's own function where it
has one of the same formula; gradients are its autograd's, in float64. The file is gzipped text: a
line with PyTorch's version, then for each case lines of a name, a shape and the numbers row by row,
and an empty line. Inputs and parameters have few digits, so that the file stays small and both sides
begin from the same numbers exactly; results have 14 digits.
"""

import gzip
import random
import sys

import torch
import torch.nn.functional as F

CASES = 320
SEED = 20240607

ACTIVATIONS = {
    "identity": lambda x: x,
    "relu": F.relu,
    "relu6": F.relu6,
    "leakyrelu": F.leaky_relu,
    "leakyrelu(0.2)": lambda x: F.leaky_relu(x, 0.2),
    "elu": F.elu,
    "elu(0.4)": lambda x: F.elu(x, 0.4),
    "selu": F.selu,
    "gelu": F.gelu,
    "gelu-tanh": lambda x: F.gelu(x, approximate="tanh"),
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "softplus": F.softplus,
    "softsign": F.softsign,
    "swish": F.silu,
    "mish": F.mish,
    # PyTorch's own has the slope 1/6; ours, as DL4J's, 0.2
    "hardsigmoid": lambda x: torch.clamp(0.2 * x + 0.5, 0, 1),
    "hardtanh": F.hardtanh,
    "cube": lambda x: x**3,
}
LOSSES = ["softmax-xent", "sigmoid-xent", "mse", "mae", "huber", "huber(0.3)", "hinge", "squared-hinge"]


class Case:
    """One network: its text grows with its functions, each of (x, whether it trains)."""

    def __init__(self, rng, coverage):
        self.rng = rng
        self.coverage = coverage
        self.parameters = {}
        self.weights = []
        self.states = {}
        self.masks = {}
        self.parametrised = 0
        self.layers = 0
        self.batch = rng.choice([1, 2, 3])

    # numbers

    def gaussian(self, *shape, scale=1.0):
        count = torch.Size(shape).numel()
        values = [round(self.rng.gauss(0, scale), 4) or 0.0001 for _ in range(count)]
        return torch.tensor(values, dtype=torch.float64).reshape(shape)

    def choose(self, values, *shape):
        count = torch.Size(shape).numel()
        return torch.tensor([self.rng.choice(values) for _ in range(count)], dtype=torch.float64).reshape(shape)

    def distributions(self, rows, classes):
        """Rows of thousandths that sum to 1."""
        out = []
        for _ in range(rows):
            cuts = sorted(self.rng.randint(0, 1000) for _ in range(classes - 1))
            edges = [0] + cuts + [1000]
            out.append([(b - a) / 1000 for a, b in zip(edges, edges[1:])])
        return torch.tensor(out, dtype=torch.float64)

    def parameter(self, name, *shape, weight=False, around=0.0):
        scale = 1 / max(1, shape[0]) ** 0.5 if weight else 0.5
        value = (self.gaussian(*shape, scale=scale) + around).round(decimals=4).requires_grad_()
        full = f"{name}{self.parametrised}"
        self.parameters[full] = value
        if weight:
            self.weights.append(full)
        return value

    def count(self, name):
        self.layers += 1
        self.coverage[name] = self.coverage.get(name, 0) + 1

    # layers: each returns its text, its function and the shape that it makes of one

    def activation(self, shape):
        name = self.rng.choice(sorted(ACTIVATIONS) + (["softmax"] * 2 if len(shape) < 3 else []))
        self.count(name.split("(")[0])
        function = ACTIVATIONS.get(name) or (lambda x: F.softmax(x, dim=-1))
        return name, lambda x, training: function(x), shape

    def dense(self, shape, out=None):
        out = out or self.rng.randint(1, 5)
        bias = self.rng.random() < 0.75
        self.count("dense")
        self.parametrised += 1
        W = self.parameter("W", shape[-1], out, weight=True)
        b = self.parameter("b", out) if bias else None
        text = f"dense({out})" if bias else f"dense({out}, bias=false)"
        return text, lambda x, training: F.linear(x, W.T, b), shape[:-1] + (out,)

    def conv(self, shape, same=False):
        rng = self.rng
        out = shape[0] if same else rng.randint(1, 3)
        kernel = (3, 3) if same else (rng.randint(1, 3), rng.randint(1, 3))
        stride = (1, 1) if same else (rng.randint(1, 2), rng.randint(1, 2))
        pad = (1, 1) if same else (rng.randint(0, 2), rng.randint(0, 2))
        dilation = (1, 1) if same else rng.choice([(1, 1), (1, 1), (2, 1), (2, 2)])
        size = [
            (shape[i + 1] + 2 * pad[i] - dilation[i] * (kernel[i] - 1) - 1) // stride[i] + 1 for i in (0, 1)
        ]
        if min(size) < 1:
            return self.conv(shape, same=True)
        bias = rng.random() < 0.75
        self.count("conv")
        self.parametrised += 1
        W = self.parameter("W", out, shape[0], *kernel, weight=True)
        b = self.parameter("b", out) if bias else None
        pair = lambda p: f"{p[0]}x{p[1]}"
        text = f"conv({out}, {pair(kernel)}, stride={pair(stride)}, pad={pair(pad)}, dilation={pair(dilation)}"
        text += ")" if bias else ", bias=false)"
        return text, lambda x, training: F.conv2d(x, W, b, stride, pad, dilation), (out, *size)

    def pool(self, shape):
        rng = self.rng
        kernel = (rng.randint(1, min(3, shape[1])), rng.randint(1, min(3, shape[2])))
        stride = (rng.randint(1, 3), rng.randint(1, 3))
        pad = (rng.randint(0, kernel[0] // 2), rng.randint(0, kernel[1] // 2))
        size = [(shape[i + 1] + 2 * pad[i] - kernel[i]) // stride[i] + 1 for i in (0, 1)]
        name = rng.choice(["maxpool", "avgpool"])
        self.count(name)
        text = f"{name}({kernel[0]}x{kernel[1]}, stride={stride[0]}x{stride[1]}, pad={pad[0]}x{pad[1]})"
        if name == "maxpool":
            function = lambda x, training: F.max_pool2d(x, kernel, stride, pad)
        else:
            function = lambda x, training: F.avg_pool2d(x, kernel, stride, pad, count_include_pad=False)
        return text, function, (shape[0], *size)

    def globalavgpool(self, shape):
        self.count("globalavgpool")
        return "globalavgpool", lambda x, training: F.adaptive_avg_pool2d(x, 1).flatten(1), shape[:1]

    def flatten(self, shape):
        self.count("flatten")
        size = torch.Size(shape).numel()
        return "flatten", lambda x, training: x.flatten(1), (size,)

    def batchnorm(self, shape):
        eps = self.rng.choice([1e-5, 1e-3])
        momentum = self.rng.choice([0.9, 0.6])
        self.batch = max(self.batch, 3)
        self.count("batchnorm")
        self.parametrised += 1
        features = shape[0] if len(shape) == 3 else shape[-1]
        gamma = self.parameter("gamma", features, around=1.0)
        beta = self.parameter("beta", features)
        mean = torch.zeros(features, dtype=torch.float64)
        variance = torch.ones(features, dtype=torch.float64)
        self.states[f"mean{self.parametrised}"] = mean
        self.states[f"variance{self.parametrised}"] = variance

        def function(x, training):
            # PyTorch has the features second
            columns = x.transpose(1, -1) if x.dim() == 3 else x
            new_mean, new_variance = mean.clone(), variance.clone()
            y = F.batch_norm(columns, new_mean, new_variance, gamma, beta, training, 1 - momentum, eps)
            if training:
                mean.copy_(new_mean)
                # PyTorch's running variance follows the unbiased one, ours the biased one; it began at 1
                m = x.numel() // features
                variance.copy_((new_variance - momentum) * (m - 1) / m + momentum)
            return y.transpose(1, -1) if x.dim() == 3 else y

        return f"batchnorm(eps={eps}, momentum={momentum})", function, shape

    def layernorm(self, shape):
        if shape[-1] < 2:
            # of one feature nothing is left but rounding, in which PyTorch's own gradients drown
            return self.dense(shape, shape[-1])
        eps = self.rng.choice([1e-5, 1e-3])
        self.count("layernorm")
        self.parametrised += 1
        gamma = self.parameter("gamma", shape[-1], around=1.0)
        beta = self.parameter("beta", shape[-1])
        return (
            f"layernorm(eps={eps})",
            lambda x, training: F.layer_norm(x, shape[-1:], gamma, beta, eps),
            shape,
        )

    def dropout(self, shape):
        self.count("dropout")
        number = self.layers

        def function(x, training):
            if not training:
                return x
            if number not in self.masks:
                self.masks[number] = self.choose([0.0, 2.0, 2.0], *x.shape)
            return x * self.masks[number]

        return "dropout(0.5)", function, shape

    def embedding(self, shape, vocabulary):
        out = self.rng.randint(1, 4)
        self.count("embedding")
        self.parametrised += 1
        W = self.parameter("W", vocabulary, out, weight=True)
        return f"embedding({vocabulary}, {out})", lambda x, training: F.embedding(x.long(), W), (*shape, out)

    def recurrent(self, shape):
        name = self.rng.choice(["rnn", "lstm"])
        out = self.rng.randint(1, 4)
        columns = out if name == "rnn" else 4 * out
        self.count(name)
        self.parametrised += 1
        Wx = self.parameter("Wx", shape[-1], columns, weight=True)
        Wh = self.parameter("Wh", out, columns, weight=True)
        b = self.parameter("b", columns)

        def function(x, training):
            zero = torch.zeros(1, x.shape[0], out, dtype=torch.float64)
            numbers = [Wx.T.contiguous(), Wh.T.contiguous(), b, torch.zeros_like(b)]
            settings = (numbers, True, 1, 0.0, False, False, True)
            if name == "rnn":
                return torch.rnn_tanh(x, zero, *settings)[0]
            return torch.lstm(x, (zero, zero), *settings)[0]

        return f"{name}({out})", function, (shape[0], out)

    def laststep(self, shape):
        self.count("laststep")
        return "laststep", lambda x, training: x[:, -1], shape[1:]

    def residual(self, shape):
        self.count("residual")
        makers = [self.activation, self.dropout]
        if len(shape) < 3:
            makers += [lambda s: self.dense(s, out=s[-1])] * 3 + [self.layernorm]
        else:
            makers += [lambda s: self.conv(s, same=True)] * 3
        makers += [self.batchnorm]
        parts = [self.rng.choice(makers)(shape) for _ in range(self.rng.randint(1, 3))]

        def function(x, training):
            h = x
            for _, inside, _ in parts:
                h = inside(h, training)
            return x + h

        return f"residual({' '.join(text for text, _, _ in parts)})", function, shape

    # networks

    def draw(self):
        kind = self.rng.choice(["rows", "images", "images", "sequences", "sequences", "words"])
        rng = self.rng
        parts = []
        if kind == "rows":
            self.input = (rng.randint(1, 6),)
        elif kind == "images":
            self.input = (rng.randint(1, 2), rng.randint(3, 6), rng.randint(3, 6))
        elif kind == "sequences":
            self.input = (rng.randint(1, 4), rng.randint(1, 4))
        else:
            self.input = (rng.randint(1, 4),)
        shape = self.input
        vocabulary = rng.randint(2, 6)
        if kind == "words":
            parts.append(self.embedding(shape, vocabulary))
            shape = parts[-1][2]
        for _ in range(rng.randint(1, 4)):
            makers = [self.activation, self.activation, self.dropout, self.batchnorm, self.residual]
            if len(shape) == 3:
                makers += [self.conv, self.conv, self.pool, self.pool]
            else:
                makers += [self.dense, self.dense, self.layernorm]
            if len(shape) == 2:
                makers += [self.recurrent] * 3
            parts.append(rng.choice(makers)(shape))
            shape = parts[-1][2]
        if len(shape) == 3:
            parts.append(rng.choice([self.flatten, self.globalavgpool])(shape))
        elif len(shape) == 2 and rng.random() < 0.5:
            parts.append(rng.choice([self.laststep, self.laststep, self.flatten])(shape))
        parts.append(self.dense(parts[-1][2]))
        self.parts = parts
        self.output = parts[-1][2]
        self.x = self.gaussian(self.batch, *self.input)
        if kind == "words":
            self.x = self.choose(range(vocabulary), self.batch, *self.input)
        else:
            self.x.requires_grad_()
        self.draw_loss()

    def draw_loss(self):
        rng = self.rng
        self.loss_name = rng.choice(LOSSES)
        self.count(self.loss_name.split("(")[0])
        self.l1 = rng.choice([0, 0, 0.01])
        self.l2 = rng.choice([0, 0, 0.1])
        shape = (self.batch, *self.output)
        rows, classes = torch.Size(shape[:-1]).numel(), shape[-1]
        if self.loss_name == "softmax-xent":
            form = rng.choice(["one-hot", "numbers", "probabilities"])
            if form == "probabilities":
                self.y = self.distributions(rows, classes).reshape(shape)
            else:
                self.y = self.choose(range(classes), *shape[:-1])
                if form == "one-hot":
                    self.y = F.one_hot(self.y.long(), classes).double()
        elif self.loss_name == "sigmoid-xent":
            self.y = self.choose([0.0, 1.0, 1.0, 0.25], *shape)
        elif "hinge" in self.loss_name:
            self.y = self.choose([-1.0, 1.0], *shape)
        else:
            self.y = self.gaussian(*shape)
        self.example_weights = self.step_mask = None
        if rng.random() < 0.2:
            self.example_weights = self.choose([0.0, 0.5, 1.0, 2.5], self.batch)
        if len(self.output) == 2 and rng.random() < 0.4:
            self.step_mask = self.choose([0.0, 1.0, 1.0], *shape[:-1])

    def text(self):
        penalties = (f" l1={self.l1}" if self.l1 else "") + (f" l2={self.l2}" if self.l2 else "")
        return " ".join(text for text, _, _ in self.parts) + " | " + self.loss_name + penalties

    # what PyTorch computes

    def forward(self, training):
        h = self.x
        for _, function, _ in self.parts:
            h = function(h, training)
        return h

    def row_losses(self, z):
        """The loss of each row (an example, or a step of one)."""
        name, y = self.loss_name, self.y
        if name == "softmax-xent":
            rows = z.reshape(-1, z.shape[-1])
            targets = y.reshape(rows.shape) if y.shape == z.shape else y.reshape(-1).long()
            return F.cross_entropy(rows, targets, reduction="none").reshape(z.shape[:-1])
        if name == "sigmoid-xent":
            return F.binary_cross_entropy_with_logits(z, y, reduction="none").sum(-1)
        if name == "mse":
            return F.mse_loss(z, y, reduction="none").mean(-1)
        if name == "mae":
            return F.l1_loss(z, y, reduction="none").mean(-1)
        if name.startswith("huber"):
            delta = 0.3 if "(" in name else 1.0
            return F.huber_loss(z, y, reduction="none", delta=delta).mean(-1)
        # PyTorch's hinge for targets of -1 takes a distance: max(0, 1 - distance)
        hinge = F.hinge_embedding_loss(y * z, -torch.ones_like(z), reduction="none")
        return (hinge if name == "hinge" else hinge**2).sum(-1)

    def loss(self, z):
        losses = self.row_losses(z)
        if self.step_mask is not None:
            steps = self.step_mask.sum(-1).clamp(min=1)
            losses = (losses * self.step_mask).sum(-1) / steps
        elif losses.dim() == 2:
            losses = losses.mean(-1)
        if self.example_weights is not None:
            losses = losses * self.example_weights
        loss = losses.mean()
        for name in self.weights:
            W = self.parameters[name]
            loss = loss + self.l1 * W.abs().sum() + self.l2 / 2 * (W**2).sum()
        return loss

    def predict(self):
        z = self.forward(training=False)
        if self.loss_name == "softmax-xent":
            return F.softmax(z, dim=-1)
        return torch.sigmoid(z) if self.loss_name == "sigmoid-xent" else z

    def lines(self):
        z = self.forward(training=True)
        loss = self.loss(z)
        loss.backward()
        yield "network " + self.text()
        yield "input " + "x".join(map(str, self.input))
        given = {"x": self.x, "y": self.y, **self.parameters}
        given.update({f"mask{number}": mask for number, mask in self.masks.items()})
        if self.example_weights is not None:
            given["weights"] = self.example_weights
        if self.step_mask is not None:
            given["steps"] = self.step_mask
        for name, tensor in given.items():
            yield line(name, tensor, "{:.6g}")
        wanted = {"loss": loss.reshape(1), "output": z, "prediction": self.predict(), **self.states}
        for name, tensor in {**self.parameters, "x": self.x}.items():
            if tensor.requires_grad:
                gradient = tensor.grad
                wanted["d" + name] = torch.zeros_like(tensor) if gradient is None else gradient
        for name, tensor in wanted.items():
            yield line(name, tensor, "{:.14g}")
        yield ""


def line(name, tensor, form):
    numbers = " ".join(form.format(value) for value in tensor.detach().reshape(-1).tolist())
    return f"{name} {'x'.join(map(str, tensor.shape))} {numbers}"


def main(path):
    torch.set_num_threads(1)
    rng = random.Random(SEED)
    coverage = {}
    lines = [f"pytorch {torch.__version__}"]
    for _ in range(CASES):
        case = Case(rng, coverage)
        case.draw()
        lines += case.lines()
    with open(path, "wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as zipped:
        zipped.write("\n".join(lines).encode())
    for name in sorted(coverage):
        print(f"{name:16}{coverage[name]:5}")


if __name__ == "__main__":
    main(sys.argv[1])
