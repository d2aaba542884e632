"""Property tests explore at random on a developer's machine and repeat the same examples in CI."""

import os

import pytest
from hypothesis import settings

settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test sees what the program itself has remembered."""
    os.environ["GOUJI_CACHE"] = str(tmp_path_factory.mktemp("checked"))
