"""The model of a run: where it is, at which commit, and whether it and the tasks' data sets can be had."""

import json
import os
import shutil
import urllib.request
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from common.options import Options
from common.stop import Refused

GIB = 1024**3

# Room for tokenizers, data sets and results beside the weights.
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
    if options.is_mock:
        return Model("mockllm/model", options.model, "mock")
    if options.is_server:
        return Model(_served_name(options.model), options.model, "server")
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


def token() -> str | None:
    """The token of HF_TOKEN or of `hf auth login`."""
    from huggingface_hub import get_token

    return get_token()


def check_token() -> None:
    """Refuses a token that the Hub does not take, before it fails a long run."""
    from huggingface_hub import HfApi
    from huggingface_hub.errors import HfHubHTTPError

    if token() is None:
        return
    try:
        HfApi().whoami()
    except HfHubHTTPError as error:
        if error.response.status_code in (401, 403):
            raise Refused(
                "The Hub does not take the token, which may have expired; make a new one at "
                "https://huggingface.co/settings/tokens and set HF_TOKEN, or log in with `hf auth login`."
            ) from None
    except Exception as error:
        raise _unreachable(error) from None


def check_access(repository: str, kind: Literal["model", "dataset"]) -> None:
    """Refuses a repository that is missing, private or gated."""
    from huggingface_hub import HfApi
    from huggingface_hub.errors import GatedRepoError, HFValidationError, RepositoryNotFoundError

    what = "data set" if kind == "dataset" else "model"
    try:
        HfApi().auth_check(repository, repo_type=kind)
    except GatedRepoError:
        login = "" if token() else ", and log in with `hf auth login` or set HF_TOKEN"
        page = f"{_endpoint()}/{'datasets/' if kind == 'dataset' else ''}{repository}"
        raise Refused(f"The {what} {repository} is gated; accept its terms at {page}{login}.") from None
    except (RepositoryNotFoundError, HFValidationError):
        raise Refused(
            f"There is no {what} {repository} on the Hub, or it is private; check the name, and that HF_TOKEN has access."
        ) from None
    except Exception as error:
        raise _unreachable(error) from None


def check_provider(options: Options) -> None:
    """Refuses a model that no inference provider serves, or not the one that was asked for."""
    from huggingface_hub import HfApi

    if token() is None:
        raise Refused("Inference providers need a token; log in with `hf auth login` or set HF_TOKEN.")
    try:
        served = HfApi().model_info(options.model, expand=["inferenceProviderMapping"]).inference_provider_mapping
    except Exception as error:
        raise _unreachable(error) from None
    providers = sorted({entry.provider for entry in served or [] if entry.status == "live"})
    if not providers:
        raise Refused(f"No inference provider serves {options.model}; evaluate it on a GPU with inspect_vllm_uv.py.")
    if options.provider not in (None, "fastest", "cheapest", *providers):
        raise Refused(f"{options.provider} does not serve {options.model}; take one of {', '.join(providers)}.")


def check_data_sets(names: Collection[str]) -> None:
    """Refuses data sets of the Hub that cannot be read; local ones are passed over."""
    for name in sorted(names):
        if not Path(name).expanduser().exists():
            check_access(name, "dataset")


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
        raise _unreachable(error) from None
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
    request = urllib.request.Request(f"{address.rstrip('/').removesuffix('/v1')}/v1/models")
    if key := os.environ.get("VLLM_API_KEY"):
        request.add_header("Authorization", f"Bearer {key}")
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return str(json.load(answer)["data"][0]["id"])
    except (OSError, ValueError, LookupError):
        raise Refused(
            f"No server at {address} lists its models; start it with `vllm serve`, and set VLLM_API_KEY if it wants a key."
        ) from None


def _endpoint() -> str:
    from huggingface_hub.constants import ENDPOINT

    return ENDPOINT


def _unreachable(error: Exception) -> Refused:
    return Refused(
        f"{_endpoint()} could not be asked ({type(error).__name__}); check the connection, "
        "or use --offline where everything was downloaded before."
    )
