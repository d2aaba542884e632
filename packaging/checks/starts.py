"""How long the frozen program takes to its first painted window, against the same from source.

``python starts.py FROZEN [rounds]``: both in turn on a virtual screen; prints the medians and their ratio and
fails above 1.1. Needs xvfb and xdotool; is only worth something on a machine that does nothing else.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 1.1
_TITLE = "年报勾稽校核"


def seconds(command: list[str], display: str, home: str) -> float:
    """From the start of a program to its window on the screen; the program is ended then."""
    environment = os.environ | {"DISPLAY": display, "HOME": home, "XDG_DATA_HOME": home, "LANG": "C.UTF-8"}
    environment.pop("QT_QPA_PLATFORM", None)
    begin = time.perf_counter()
    with subprocess.Popen(command, env=environment, cwd=ROOT) as program:
        search = ["xdotool", "search", "--sync", "--onlyvisible", "--name", _TITLE]
        subprocess.run(search, env=environment, check=True, stdout=subprocess.DEVNULL, timeout=60)
        taken = time.perf_counter() - begin
        program.kill()
    time.sleep(0.3)
    return taken


def main(frozen: str, rounds: int) -> None:
    display = f":{600 + os.getpid() % 300}"
    source = [str(ROOT / ".venv" / "bin" / "python"), "-m", "gui"]
    with (
        tempfile.TemporaryDirectory() as home,
        subprocess.Popen(["Xvfb", display, "-nolisten", "tcp"], stderr=subprocess.DEVNULL) as screen,
    ):
        time.sleep(1)
        times: dict[str, list[float]] = {"frozen": [], "source": []}
        for number in range(rounds + 1):
            for name, command in (("frozen", [frozen]), ("source", source)):
                taken = seconds(command, display, home)
                if number:  # the first round only warms the disk cache
                    times[name].append(taken)
        screen.terminate()
    medians = {name: statistics.median(values) for name, values in times.items()}
    ratio = medians["frozen"] / medians["source"]
    print(f"frozen {medians['frozen']:.3f} s, source {medians['source']:.3f} s, ratio {ratio:.2f}")
    if ratio > LIMIT:
        sys.exit(f"the frozen program starts {ratio:.2f} times as slowly")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 7)
