"""What the Hub says of a token, a repository and its providers, before a run starts."""

from collections.abc import Collection
from pathlib import Path
from typing import Literal

from common.options import Options
from common.stop import Refused


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
        raise unreachable(error) from None


def check_access(repository: str, kind: Literal["model", "dataset"]) -> None:
    """Refuses a repository that is missing, private or gated."""
    from huggingface_hub import HfApi
    from huggingface_hub.errors import GatedRepoError, HFValidationError, RepositoryNotFoundError

    what = "dataset" if kind == "dataset" else "model"
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
        raise unreachable(error) from None


def check_provider(options: Options) -> None:
    """Refuses a model that no inference provider serves, or not the one that was asked for."""
    from huggingface_hub import HfApi

    if token() is None:
        raise Refused("Inference providers need a token; log in with `hf auth login` or set HF_TOKEN.")
    try:
        served = HfApi().model_info(options.model, expand=["inferenceProviderMapping"]).inference_provider_mapping
    except Exception as error:
        raise unreachable(error) from None
    providers = sorted({entry.provider for entry in served or [] if entry.status == "live"})
    if not providers:
        raise Refused(f"No inference provider serves {options.model}; evaluate it on a GPU with inspect_vllm_uv.py.")
    if options.provider not in (None, "fastest", "cheapest", *providers):
        raise Refused(f"{options.provider} does not serve {options.model}; take one of {', '.join(providers)}.")


def check_data_sets(names: Collection[str]) -> None:
    """Refuses datasets of the Hub that cannot be read; local ones are passed over."""
    for name in sorted(names):
        if not Path(name).expanduser().exists():
            check_access(name, "dataset")


def _endpoint() -> str:
    from huggingface_hub.constants import ENDPOINT

    return ENDPOINT


def unreachable(error: Exception) -> Refused:
    return Refused(
        f"{_endpoint()} could not be asked ({type(error).__name__}); check the connection, "
        "or use --offline where everything was downloaded before."
    )
