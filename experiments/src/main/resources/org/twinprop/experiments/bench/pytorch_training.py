"""The same networks in PyTorch, eager or by torch.compile, with Adam's fused step.

Denormal numbers are flushed to zero, which makes it faster on most processors.
"""

import re

import contestant

LEARNING_RATE = 1e-3


def prepare(job):
    import torch

    torch.set_num_threads(contestant.threads())
    torch.set_flush_denormal(True)
    torch.manual_seed(1)
    x, y = (torch.from_numpy(array) for array in contestant.examples(job))
    layers, loss_name = job["network"].split(" | ")
    network = sequence(torch.nn, layers, x)
    loss = {"softmax-xent": torch.nn.CrossEntropyLoss(), "mse": torch.nn.MSELoss()}[loss_name]
    updater = adam(torch, network)
    if job["contestant"] == "pytorch-compile":
        network = compiled(torch, network, x[: job["batch"]])

    def step(inputs, targets):
        updater.zero_grad(set_to_none=True)
        value = loss(network(inputs), targets)
        value.backward()
        updater.step()
        return value.item()

    turn = epoch if job["kind"] == "epoch" else steps
    return f"PyTorch {torch.__version__}", turn(torch, job, x, y, step)


def steps(torch, job, x, y, step):
    pairs = contestant.batches(x, y, job["batch"])

    def work():
        for number in range(job["size"]):
            step(*pairs[number % len(pairs)])

    return lambda: (job["size"] * job["batch"], contestant.timed(work))


def epoch(torch, job, x, y, step):
    def work():
        for rows in torch.randperm(len(x)).split(job["batch"]):
            step(x[rows], y[rows])

    return lambda: (len(x), contestant.timed(work))


def adam(torch, network):
    try:
        return torch.optim.Adam(network.parameters(), lr=LEARNING_RATE, fused=True)
    except (RuntimeError, TypeError, ValueError):  # older releases fuse on GPUs alone
        return torch.optim.Adam(network.parameters(), lr=LEARNING_RATE)


def compiled(torch, network, x):
    if not hasattr(torch, "compile"):
        raise contestant.Lacking(f"PyTorch {torch.__version__} has no torch.compile")
    result = torch.compile(network)
    try:
        result(x).sum().backward()
    except Exception as error:  # it needs a C++ compiler, and says so in many ways
        reason = str(error).strip().splitlines()[0]
        raise contestant.Lacking(f"torch.compile does not work here: {reason}") from error
    return result


def sequence(nn, text, x):
    """A network text as PyTorch's layers; sizes of inputs follow from a look at the data."""
    layers = []
    for name, sizes in re.findall(r"(\w+)(?:\(([\d,]+)\))?", text):
        numbers = [int(size) for size in sizes.split(",")] if sizes else []
        shape = nn.Sequential(*layers)(x[:1]).shape
        layers.append(
            {
                "conv": lambda: nn.Conv2d(shape[1], *numbers),
                "dense": lambda: nn.Linear(shape[1], *numbers),
                "maxpool": lambda: nn.MaxPool2d(*numbers),
                "relu": nn.ReLU,
                "flatten": nn.Flatten,
            }[name]()
        )
    return nn.Sequential(*layers)


if __name__ == "__main__":
    contestant.run(prepare)
