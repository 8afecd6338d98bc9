"""Guards what a build costs: five seeds in seconds, an article at twenty thousand words a second."""

import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from build.extract import extract
from build.read import read_seeds

PROJECT = Path(__file__).parent.parent


@pytest.mark.slow
def test_five_seeds_take_under_5_seconds(seeds: Path, tmp_path: Path) -> None:
    """Of the processor's time, since other tasks may hold it; imports count."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "build", "--quiet", "--seeds", str(seeds), "--out", str(tmp_path / "package")]
    subprocess.run(command, cwd=PROJECT, check=True, timeout=120)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 5


@pytest.mark.slow
def test_five_seeds_take_under_400_mebibytes(seeds: Path, tmp_path: Path) -> None:
    # a small process starts the build: the first reading of a process's memory is that of its parent
    code = (
        "import resource, subprocess, sys;"
        "command = [sys.executable, '-m', 'build', '--quiet', '--seeds', sys.argv[1], '--out', sys.argv[2]];"
        "code = subprocess.run(command).returncode;"
        "print(code, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    command = [sys.executable, "-c", code, str(seeds), str(tmp_path / "package")]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=120)
    exit_code, kibibytes = map(int, done.stdout.split())
    assert exit_code == 0
    assert kibibytes < 400 * 1024


@pytest.mark.slow
def test_extraction_reads_20000_words_a_second(seeds: Path) -> None:
    articles = read_seeds(seeds)
    words = sum(article.words for article in articles)
    seconds = []
    for _ in range(5):  # the first reads the authority data; another task may have the processor's caches
        started = time.process_time()
        for article in articles:
            extract(article)
        seconds.append(time.process_time() - started)
    assert words / min(seconds) > 20_000
