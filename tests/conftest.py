"""What the tests share: the seeds, and the package built from them once."""

from pathlib import Path

import pytest
from hypothesis import Phase, settings

# For `make mutants`, which asks only whether a test fails, and always with the same examples.
settings.register_profile("mutants", derandomize=True, max_examples=25, phases=[Phase.explicit, Phase.generate])

PROJECT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The project's seeds folder; no test writes to it."""
    return PROJECT / "seeds"


@pytest.fixture(scope="session")
def package(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of the seeds, built once; no test writes to it."""
    from build.__main__ import main

    out = tmp_path_factory.mktemp("built") / "datapackage"
    assert main(["--seeds", str(seeds), "--out", str(out), "--quiet"]) == 0
    return out
