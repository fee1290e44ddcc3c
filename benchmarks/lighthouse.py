"""Lighthouse on the four kinds of page that matter most, mobile and desktop.

    make run                              # in another terminal
    python -m benchmarks.lighthouse [http://127.0.0.1:8000]

Needs npm and a Chromium. Prints the four scores of each page (0 to 100), and exits 1 when one is
below 100.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

VERSION = "13.5.0"
FOLDER = Path(__file__).resolve().parent.parent / "var" / "lighthouse"
PAGES = (
    "/",
    "/zoeken/?q=draagvlak",
    "/verslagen/ric-innovatieleiderschap/",
    "/barrieres/the-last-mile/",
)
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking"


def install() -> Path:
    """The Lighthouse of VERSION, from the npm registry, in var/."""
    program = FOLDER / "node_modules" / ".bin" / "lighthouse"
    if not program.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund",
             f"lighthouse@{VERSION}"],
            cwd=FOLDER, check=True, env={**os.environ, "PUPPETEER_SKIP_DOWNLOAD": "1"},
        )  # fmt: skip
    return program


def scores(program: Path, address: str, form: str) -> list[int]:
    """The scores of one page, in the order of CATEGORIES."""
    preset = ["--preset=desktop"] if form == "desktop" else []
    done = subprocess.run(
        [str(program), address, "--quiet", "--output=json", f"--chrome-flags={FLAGS}",
         f"--only-categories={','.join(CATEGORIES)}", *preset],
        stdout=subprocess.PIPE, text=True, check=True,
        env={**os.environ, "CHROME_PATH": shutil.which("chromium") or ""},
    )  # fmt: skip
    categories = json.loads(done.stdout)["categories"]
    return [round(categories[name]["score"] * 100) for name in CATEGORIES]


def main() -> None:
    site = sys.argv[1].rstrip("/") if len(sys.argv) > 1 else "http://127.0.0.1:8000"
    program = install()
    lowest = 100
    print(f"{'page':<44} {'form':<8} {' '.join(CATEGORIES)}")
    for path in PAGES:
        for form in ("mobile", "desktop"):
            found = scores(program, site + path, form)
            lowest = min(lowest, *found)
            print(f"{path:<44} {form:<8} {' '.join(map(str, found))}")
    sys.exit(lowest < 100)


if __name__ == "__main__":
    main()
