"""uv finds a set of packages for each script, as of the day that its header names."""

import shutil
import subprocess
from pathlib import Path

import pytest

from scripts import BUILT, NAMES, UV

PINNED = {
    "inspect_eval_uv": {"inspect-ai": "0.3.285", "inspect-evals": "0.26.0"},
    "inspect_hf_uv": {"inspect-ai": "0.3.285", "inspect-evals": "0.26.0"},
    "inspect_vllm_uv": {"inspect-ai": "0.3.285", "inspect-evals": "0.26.0", "vllm": "0.32.0"},
    "lighteval_accelerate_uv": {"lighteval": "0.13.0"},
    "lighteval_vllm_uv": {"lighteval": "0.13.0", "vllm": "0.10.1.1", "transformers": "4.56.2"},
}


@pytest.mark.parametrize("name", NAMES)
def test_resolves(name: str, tmp_path: Path) -> None:
    # A lock file stands beside its script and holds the registry's address: it stays in the test's own folder.
    script = shutil.copy(BUILT / f"{name}.py", tmp_path)
    subprocess.run([UV, "lock", "--quiet", "--script", script], check=True, timeout=300)
    done = subprocess.run(
        [UV, "export", "--quiet", "--frozen", "--no-hashes", "--no-header", "--no-annotate", "--script", script],
        check=True,
        capture_output=True,
        text=True,
    )
    versions = dict(line.split(" ")[0].split("==") for line in done.stdout.splitlines() if "==" in line)
    assert versions.items() >= PINNED[name].items()
    if name.startswith("lighteval"):
        assert int(versions["xxhash"].split(".")[0]) < 4
        assert int(versions["huggingface-hub"].split(".")[0]) < 2
