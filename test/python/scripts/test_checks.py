"""What is found out before a run starts, against a Hub of this machine."""

import re
from pathlib import Path

import pytest

from hub import COMMIT, LoopbackHub
from scripts import load

shared = load("inspect_vllm_uv")
providers = load("inspect_eval_uv")
GIB = 1024**3


def options_of(**values):
    return shared.Options(**{"model": "acme/anvil", "tasks": (), **values})


@pytest.mark.parametrize("revision", [None, "v1", COMMIT])
def test_a_revision_becomes_a_commit(hub: LoopbackHub, revision: str | None) -> None:
    shared.check_token()
    model = shared.find_model(options_of(revision=revision))
    assert model == shared.Model("acme/anvil", "acme/anvil", "hub", COMMIT)


def test_what_is_missing_on_the_hub_is_said(hub: LoopbackHub, monkeypatch: pytest.MonkeyPatch) -> None:
    for values, message in (
        ({"model": "acme/nothing"}, "There is no model acme/nothing on the Hub, or it is private"),
        ({"model": "not a name"}, "There is no model not a name on the Hub"),
        ({"revision": "v9"}, "has no branch, tag or commit v9"),
    ):
        with pytest.raises(shared.Refused, match=message):
            shared.find_model(options_of(**values))
    monkeypatch.setenv("HF_TOKEN", "hf_" + "b" * 30)
    with pytest.raises(shared.Refused, match="does not take the token.*settings/tokens"):
        shared.check_token()


def test_gated_models_and_data_sets_name_their_page(hub: LoopbackHub, monkeypatch: pytest.MonkeyPatch) -> None:
    hub.gated = {"acme/anvil", "acme/sums"}
    with pytest.raises(
        shared.Refused, match=rf"model acme/anvil is gated; accept its terms at {hub.url}/acme/anvil\.$"
    ):
        shared.find_model(options_of())
    with pytest.raises(shared.Refused, match=rf"dataset acme/sums is gated; .* {hub.url}/datasets/acme/sums\.$"):
        shared.check_data_sets({"acme/sums"})
    monkeypatch.setattr(shared, "token", lambda: None)
    with pytest.raises(shared.Refused, match="log in with `hf auth login` or set HF_TOKEN"):
        shared.check_access("acme/anvil", "model")


def test_local_data_is_not_asked_for(hub: LoopbackHub, tmp_path: Path) -> None:
    shared.check_data_sets({str(tmp_path)})
    with pytest.raises(shared.Refused, match="no dataset acme/none"):
        shared.check_data_sets({"acme/sums", "acme/none"})


def test_a_full_disk_is_seen_before_the_download(hub: LoopbackHub, monkeypatch: pytest.MonkeyPatch) -> None:
    hub.weights = 40 * GIB
    usage = shared.shutil.disk_usage("/")
    monkeypatch.setattr(shared.shutil, "disk_usage", lambda _: usage._replace(free=30 * GIB))
    with pytest.raises(shared.Refused, match="has 30 GiB left and 42 GiB are needed; free some room, or set HF_HOME"):
        shared.find_model(options_of())


def test_a_hub_that_does_not_answer(hub: LoopbackHub, monkeypatch: pytest.MonkeyPatch) -> None:
    from huggingface_hub import constants

    monkeypatch.setattr(constants, "ENDPOINT", "http://127.0.0.1:9")
    with pytest.raises(shared.Refused, match=r"http://127\.0\.0\.1:9 could not be asked \(\w+\); .* --offline"):
        shared.find_model(options_of())


def test_offline_takes_what_was_downloaded(hub: LoopbackHub, tmp_path: Path) -> None:
    with pytest.raises(shared.Refused, match="acme/anvil was not downloaded before; run once without --offline"):
        shared.find_model(options_of(offline=True))
    repository = tmp_path / "hub cache" / "models--acme--anvil"
    (repository / "snapshots" / COMMIT).mkdir(parents=True)
    (repository / "snapshots" / COMMIT / "config.json").write_text("{}")
    (repository / "refs").mkdir()
    (repository / "refs" / "main").write_text(COMMIT)
    assert shared.find_model(options_of(offline=True)).revision == COMMIT
    assert hub.authorizations == []


def test_a_folder_has_a_name_and_no_revision(tiny_model: Path, tmp_path: Path) -> None:
    model = shared.find_model(options_of(model=str(tiny_model)))
    assert model == shared.Model("tiny llama", str(tiny_model), "folder", None)
    with pytest.raises(shared.Refused, match=r"holds no config\.json"):
        shared.find_model(options_of(model=str(tmp_path)))


def test_a_server_tells_the_name_of_its_model(hub: LoopbackHub) -> None:
    for address in (hub.url, f"{hub.url}/v1", f"{hub.url}/v1/", f"{hub.url}/"):
        model = shared.find_model(options_of(model=address))
        assert model == shared.Model("served-anvil", hub.url, "server")
    for address in ("http://127.0.0.1:9", f"{hub.url}/nothing", f"{hub.url} x", "http://", "https://[x"):
        with pytest.raises(shared.Refused, match="^No server at http.* lists its models; start it with `vllm serve`"):
            shared.find_model(options_of(model=address))


@pytest.mark.parametrize("model", ["http://127.0.0.1:9", "mockllm/model", "."])
def test_only_a_model_of_the_hub_has_revisions(model: str) -> None:
    with pytest.raises(shared.Refused, match="Only a model of the Hub has revisions; leave --revision out"):
        shared.find_model(options_of(model=model, revision="main"))


def test_providers_are_those_that_serve_the_model(hub: LoopbackHub, monkeypatch: pytest.MonkeyPatch) -> None:
    for chosen in (None, "fastest", "anvilcloud"):
        providers.check_provider(providers.Options("acme/anvil", (), provider=chosen))
    with pytest.raises(providers.Refused, match="oldcloud does not serve acme/anvil; take one of anvilcloud"):
        providers.check_provider(providers.Options("acme/anvil", (), provider="oldcloud"))
    hub.providers = {}
    with pytest.raises(providers.Refused, match="No inference provider serves acme/anvil"):
        providers.check_provider(providers.Options("acme/anvil", ()))
    monkeypatch.setattr(providers, "token", lambda: None)
    with pytest.raises(providers.Refused, match="need a token"):
        providers.check_provider(providers.Options("acme/anvil", ()))


def gpu(**values):
    return shared.Gpu(**{"name": "NVIDIA L4", "capability": (8, 9), "free": 22 * GIB, "total": 24 * GIB, **values})


@pytest.mark.parametrize(
    ("gpus", "options", "problem"),
    [
        ([gpu()], {}, None),
        ([gpu(), gpu()], {"tensor_parallel_size": 2}, None),
        ([gpu(free=3 * GIB)], {"gpu_memory_utilization": 0.1}, None),
        ([gpu(), gpu(free=0)], {}, None),
        ([], {}, "vLLM sees no GPU; .* inspect_hf_uv.py"),
        ([gpu()], {"tensor_parallel_size": 4}, "4 GPUs were asked for and 1 found; lower --tensor-parallel-size to 1"),
        ([gpu(capability=(7, 5))], {"dtype": "bfloat16"}, "NVIDIA L4 cannot calculate in bfloat16; .* --dtype float16"),
        ([gpu(capability=(7, 5))], {}, None),
        ([gpu(free=12 * GIB)], {}, r"12.0 of 24.0 GiB are free; end it, or set --gpu-memory-utilization 0\.50"),
    ],
)
def test_gpus_that_fit_and_do_not(gpus: list, options: dict, problem: str | None) -> None:
    said = shared.gpu_problem(gpus, options_of(**options))
    if problem is None:
        assert said is None
    else:
        assert said is not None
        assert re.search(problem, said)
