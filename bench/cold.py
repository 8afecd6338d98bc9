"""Five seeds from a cold start beside the import of the libraries that the build needs: `python -m bench.cold`."""

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile

RUNS = 5
LIBRARIES = "import pandas, pyarrow.parquet, pandera.pandas, frictionless"


def seconds(arguments: list[str]) -> float:
    """The processor time of a process of its own, which finds compiled modules as a second build does."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], check=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(out: str) -> dict[str, float]:
    """Seconds of both, turn by turn, and the ratio as the median of the turns."""
    turns = [
        (seconds(["-m", "build", "--quiet", "--out", f"{out}/package"]), seconds(["-c", LIBRARIES]))
        for _ in range(RUNS)
    ]
    build, libraries = (statistics.median(each) for each in zip(*turns, strict=True))
    return {"build": build, "import": libraries, "ratio": statistics.median(one / other for one, other in turns)}


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        print(json.dumps(measure(place)))
