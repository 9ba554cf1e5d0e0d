"""Builds the wheel, installs it into an empty environment and does the main work there: `make wheel-check`.

    python -m docs.check_wheel

A sample is analyzed by the installed `telltale`, and the installed app is started and asked for its page. Neither sees
the checkout. Takes some minutes and 6 GB in the folder for temporary files.
"""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
import venv
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
SAMPLE = "swap-feathered.jpg"
PATIENCE = 120  # seconds until the app answers


def install(folder: Path) -> Path:
    """The programs of an environment in `folder` that holds the wheel and what requirements.lock says.
    Raises subprocess.CalledProcessError."""
    dist, environment = folder / "dist", folder / "environment"
    _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(dist), at=ROOT)
    (wheel,) = dist.glob("*.whl")
    venv.create(environment, with_pip=True)
    pip = (str(environment / "bin" / "python"), "-m", "pip")
    _run(*pip, "install", "--quiet", "--require-hashes", "-r", str(ROOT / "requirements.lock"), at=folder)
    _run(*pip, "install", "--quiet", "--no-deps", str(wheel), at=folder)
    _run(*pip, "check", at=folder)
    return environment / "bin"


def analyze(programs: Path, folder: Path) -> str:
    """What the installed program says of a sample that the wheel brought along."""
    asked = "from pathlib import Path; import forensics; print(Path(forensics.__file__).parents[1])"
    packages = Path(_run(str(programs / "python"), "-c", asked, at=folder).strip())
    if ROOT in packages.parents or packages == ROOT:
        raise SystemExit(f"not the installed package: {packages}")
    sample = packages / "sample_media" / SAMPLE
    out = folder / "out.json"
    _run(str(programs / "telltale"), "analyze", str(sample), "--json", str(out), at=folder)
    (face,) = json.loads(out.read_text(encoding="utf-8"))["files"][0]["faces"]
    return f"{sample.name}: {face['decision']}, score {face['fake_score']:.4f}"


def serve(programs: Path, folder: Path) -> str:
    """Where the installed app answered. Its cookie shows that our script runs, its address that our settings hold."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = {"STREAMLIT_SERVER_PORT": str(port), "TELLTALE_HOME": str(folder / "home")}
    said = folder / "app.log"
    with said.open("wb") as log:
        app = subprocess.Popen([programs / "telltale", "app"], cwd=folder, env=os.environ | own, stdout=log, stderr=log)
    address = f"http://127.0.0.1:{port}"
    try:
        cookie = _answer(f"{address}/_stcore/host-config", app)
        if "telltale_session=" not in cookie or address not in said.read_text(encoding="utf-8"):
            raise SystemExit(f"not our app, or not our settings:\n{said.read_text(encoding='utf-8')}")
    finally:
        app.terminate()
        app.wait()
    return address


def _answer(address: str, app: subprocess.Popen) -> str:
    """The cookie that comes with the answer."""
    for _ in range(PATIENCE * 2):
        if app.poll() is not None:
            raise SystemExit(f"the app ended with {app.returncode}")
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                return answer.headers.get("Set-Cookie", "")
        except OSError:
            time.sleep(0.5)
    raise SystemExit(f"no answer from {address}")


def _run(*command: str, at: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(command, cwd=at, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout


def main() -> None:
    with TemporaryDirectory() as place:
        folder = Path(place)
        programs = install(folder)
        print(analyze(programs, folder))
        print(f"the app answers on {serve(programs, folder)}")


if __name__ == "__main__":
    main()
