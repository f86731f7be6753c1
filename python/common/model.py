"""The model of a run: where it is, at which commit, and whether it fits on the disk."""

import json
import os
import shutil
import urllib.request
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from typing import Literal

from common.hub import check_access, unreachable
from common.options import Options
from common.stop import Refused

GIB = 1024**3

# Room for tokenizers, datasets and results beside the weights.
ROOM_BESIDE = 2 * GIB


@dataclass(frozen=True)
class Model:
    """The model that is evaluated."""

    name: str
    """As it stands in the results: an id of the Hub, the name of a folder or of a server's model."""
    location: str
    """As the framework takes it: an id of the Hub, an absolute folder or a server's address."""
    source: Literal["hub", "folder", "server", "provider", "mock"]
    revision: str | None = None


def find_model(options: Options, *, by_provider: bool = False) -> Model:
    """Finds the model, and resolves its revision to a commit where it is one of the Hub."""
    if options.revision is not None and (options.is_mock or options.is_server or options.folder is not None):
        raise Refused(f"Only a model of the Hub has revisions; leave --revision out for {options.model}.")
    if options.is_mock:
        return Model("mockllm/model", options.model, "mock")
    if options.is_server:
        address = options.model.rstrip("/").removesuffix("/v1").rstrip("/")
        return Model(_served_name(address), address, "server")
    if options.folder is not None:
        if not (options.folder / "config.json").is_file():
            raise Refused(f"The folder {options.folder} holds no config.json; name the folder of a transformers model.")
        return Model(options.folder.name, str(options.folder), "folder")
    if by_provider:
        if options.offline:
            raise Refused("Inference providers are asked over the network; run without --offline.")
        # They do not say which commit they serve.
        check_access(options.model, "model")
        return Model(options.model, options.model, "provider")
    if options.offline:
        return Model(options.model, options.model, "hub", _commit_on_disk(options))
    return Model(options.model, options.model, "hub", _commit_on_hub(options))


def _commit_on_hub(options: Options) -> str:
    from huggingface_hub import HfApi
    from huggingface_hub.errors import RevisionNotFoundError

    check_access(options.model, "model")
    try:
        info = HfApi().model_info(options.model, revision=options.revision, files_metadata=True)
    except RevisionNotFoundError:
        raise Refused(
            f"The model {options.model} has no branch, tag or commit {options.revision}; see its history on the Hub."
        ) from None
    except Exception as error:
        raise unreachable(error) from None
    _check_disk(options.model, info.sha, {file.rfilename: file.size or 0 for file in info.siblings or []})
    return info.sha


def _commit_on_disk(options: Options) -> str:
    from huggingface_hub import try_to_load_from_cache

    path = try_to_load_from_cache(options.model, "config.json", revision=options.revision)
    if not isinstance(path, str):
        at = f" at {options.revision}" if options.revision else ""
        raise Refused(f"The model {options.model}{at} was not downloaded before; run once without --offline.")
    return Path(path).parent.name


def _check_disk(model: str, commit: str, sizes: dict[str, int]) -> None:
    """Refuses a model whose missing weights do not fit on the disk of the Hub's cache."""
    from huggingface_hub import try_to_load_from_cache
    from huggingface_hub.constants import HF_HUB_CACHE

    weights = [name for name in sizes if name.endswith(".safetensors")] or [name for name in sizes if ".bin" in name]
    missing = [name for name in weights if not isinstance(try_to_load_from_cache(model, name, revision=commit), str)]
    needed = sum(sizes[name] for name in missing) + ROOM_BESIDE
    folder = Path(HF_HUB_CACHE)
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    if missing and free < needed:
        raise Refused(
            f"The disk of {folder} has {free / GIB:.0f} GiB left and {needed / GIB:.0f} GiB are needed; "
            "free some room, or set HF_HOME to a larger disk."
        )


def _served_name(address: str) -> str:
    """The name under which a running server of vLLM serves its model."""
    try:
        request = urllib.request.Request(f"{address}/v1/models")
        if key := os.environ.get("VLLM_API_KEY"):
            request.add_header("Authorization", f"Bearer {key}")
        with urllib.request.urlopen(request, timeout=10) as answer:
            return str(json.load(answer)["data"][0]["id"])
    except (OSError, HTTPException, ValueError, LookupError, TypeError):
        raise Refused(
            f"No server at {address} lists its models; start it with `vllm serve`, and set VLLM_API_KEY if it wants a key."
        ) from None
