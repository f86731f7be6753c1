# /// script
# requires-python = ">=3.10"
# dependencies = ["huggingface-hub==2.0.0", "pyyaml"]
# ///
"""Reads every file of a folder as the Hub's Python tools read `.eval_results/`, and prints what they understood."""

import json
import sys
from pathlib import Path

import yaml
from huggingface_hub import parse_eval_result_entries


def main(folder: Path) -> None:
    for path in sorted(folder.glob("*.yaml")):
        entries = parse_eval_result_entries(yaml.safe_load(path.read_text(encoding="utf-8")))
        print(json.dumps({"file": path.name, "entries": [vars(entry) for entry in entries]}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
