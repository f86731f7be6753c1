"""The scripts as they are built: one file each that needs no other."""

import ast
import base64
import re
from pathlib import Path

import pytest

from scripts import BUILT, NAMES


def test_there_are_five() -> None:
    assert NAMES == [
        "inspect_eval_uv",
        "inspect_hf_uv",
        "inspect_vllm_uv",
        "lighteval_accelerate_uv",
        "lighteval_vllm_uv",
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_script_is_one_file_with_a_header_that_pins(name: str) -> None:
    text = (BUILT / f"{name}.py").read_text(encoding="utf-8")
    assert text.startswith("# /// script\n")
    header = text.split("# ///\n")[0]
    assert '# exclude-newer = "2026-11-20T00:00:00Z"' in header
    assert re.search(r'"(?:lighteval\[[\w,]+\]|inspect-ai)==\d', header)
    imported = {
        (node.module if isinstance(node, ast.ImportFrom) else node.names[0].name)
        for node in ast.walk(ast.parse(text))
        if isinstance(node, (ast.Import, ast.ImportFrom))
    }
    assert not any(module is None or module.split(".")[0] == "common" for module in imported)


@pytest.mark.parametrize("name", NAMES)
def test_a_script_fits_into_an_argument_of_a_job(name: str) -> None:
    # Linux takes 128 KiB for one argument; the Hub's jobs get the script as one.
    assert len(base64.b64encode((BUILT / f"{name}.py").read_bytes())) < 120_000


@pytest.mark.parametrize("name", NAMES)
def test_no_name_is_defined_twice(name: str) -> None:
    tree = ast.parse((BUILT / f"{name}.py").read_text(encoding="utf-8"))
    names = [node.name for node in tree.body if isinstance(node, (ast.FunctionDef, ast.ClassDef))]
    names += [
        node.targets[0].id
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    ]
    assert sorted(set(names)) == sorted(names)


def test_nothing_of_this_machine_is_in_them() -> None:
    for path in [*BUILT.glob("*.py"), *Path("python").rglob("*.py")]:
        assert not re.search(
            r"/(?:home|root|work|Users)/|index-url|hf_[A-Za-z0-9]{20}", path.read_text(encoding="utf-8")
        ), path
