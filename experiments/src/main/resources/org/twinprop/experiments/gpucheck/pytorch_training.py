"""How many examples a second PyTorch learns from: the networks of 'twinprop bench', in float32.

python pytorch_training.py DEVICE BATCH STEPS ROUNDS SECONDS prints JSON. As in Twinprop's own
measurement every step gets its batch from the machine's memory and gives back its loss.
"""

import json
import statistics
import sys
import time

WARM_UP = 3
CLASSES = 10


def main(device, batch, steps, rounds, seconds):
    try:
        import torch
    except ImportError:
        return {"lacking": f"the Python at {sys.executable} has no PyTorch"}
    if device == "cuda" and not torch.cuda.is_available():
        return {"lacking": f"PyTorch {torch.__version__} at {sys.executable} cannot use the GPU"}
    torch.manual_seed(1)
    torch.set_flush_denormal(True)
    end = time.perf_counter() + seconds
    workloads = [("lenet", lenet(torch)), ("mlp", mlp(torch))]
    measured = []
    for number, (name, network) in enumerate(workloads):
        share = (end - time.perf_counter()) / (len(workloads) - number)
        until = time.perf_counter() + share
        turns = measure(torch, network.to(device), device, batch, steps, rounds, until)
        measured.append(
            {
                "name": name,
                "median": statistics.median(turns) if turns else None,
                "turns": turns,
                "complete": len(turns) == rounds,
            }
        )
    where = torch.cuda.get_device_name() if device == "cuda" else "the processor"
    return {
        "version": torch.__version__,
        "device": where,
        "threads": torch.get_num_threads(),
        "batch": batch,
        "steps": steps,
        "workloads": measured,
    }


def lenet(torch):
    nn = torch.nn
    return nn.Sequential(
        nn.Conv2d(1, 20, 5),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(20, 50, 5),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(800, 500),
        nn.ReLU(),
        nn.Linear(500, CLASSES),
    )


def mlp(torch):
    nn = torch.nn
    return nn.Sequential(nn.Flatten(), nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, CLASSES))


def measure(torch, network, device, batch, steps, rounds, until):
    """Examples a second of each turn that counts; fewer turns where the time is up."""
    updater = torch.optim.Adam(network.parameters(), lr=1e-3)
    images = torch.rand(steps, batch, 1, 28, 28)
    labels = torch.randint(0, CLASSES, (steps, batch))
    turns = []
    for turn in range(WARM_UP + rounds):
        start = time.perf_counter()
        for x, y in zip(images, labels):
            updater.zero_grad(set_to_none=True)
            loss = torch.nn.functional.cross_entropy(network(x.to(device)), y.to(device))
            loss.backward()
            updater.step()
            loss.item()
        if device == "cuda":
            torch.cuda.synchronize()
        now = time.perf_counter()
        if turn >= WARM_UP:
            turns.append(batch * steps / (now - start))
        if now > until:
            break
    return turns


if __name__ == "__main__":
    device_name, *numbers = sys.argv[1:]
    sizes = [int(number) for number in numbers[:3]]
    print(json.dumps(main(device_name, *sizes, float(numbers[3]))))
