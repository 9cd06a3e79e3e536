"""What every contestant in Python does: waits for the number of a round, does its turn, says how fast.

A job comes as JSON in the first argument. Lines of JSON go to standard output, everything else that
is printed to standard error.
"""

import json
import os
import sys
import time

ANSWERS = sys.stdout


class Lacking(Exception):
    """What is needed is not there."""


def run(prepare):
    """prepare(job) gives the software's name and release, and a turn: a function that returns how
    much it did and in how many seconds."""
    sys.stdout = sys.stderr
    try:
        software, turn = prepare(json.loads(sys.argv[1]))
    except ImportError as error:
        say({"lacking": f"{sys.executable} has no {error.name}"})
        return
    except Lacking as error:
        say({"lacking": str(error)})
        return
    say({"software": software})
    for _ in sys.stdin:
        amount, seconds = turn()
        say({"speed": amount / seconds, "peak_memory_bytes": peak_memory()})


def say(answer):
    print(json.dumps(answer), file=ANSWERS, flush=True)


def threads():
    return int(os.environ["OMP_NUM_THREADS"])


def examples(job):
    """x in float32, and y: class numbers, or values in a column."""
    import numpy

    with numpy.load(os.path.join(job["prepared"], "examples.npz")) as arrays:
        return arrays["x"], arrays["y"]


def batches(x, y, size):
    """All full batches, as pairs."""
    return [(x[i : i + size], y[i : i + size]) for i in range(0, len(x) - size + 1, size)]


def timed(work):
    """Seconds that it takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def peak_memory():
    """The most memory that this process had at a time, in bytes."""
    try:
        with open("/proc/self/status") as status:
            for line in status:
                if line.startswith("VmHWM:"):
                    return 1024 * int(line.split()[1])
    except OSError:
        pass
    try:
        import resource
    except ImportError:
        return 0  # on Windows nobody says
    unit = 1 if sys.platform == "darwin" else 1024
    return unit * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
