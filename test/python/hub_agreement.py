# /// script
# requires-python = ">=3.10"
# dependencies = ["huggingface-hub==2.0.0"]
# ///
"""Uses the Hub of HF_ENDPOINT as the Hub's own Python tools do, and prints what they understood of its answers."""

import json
import os
import sys
from pathlib import Path

import httpx2
from huggingface_hub import CommitOperationAdd, HfApi, ModelCard, constants, set_client_factory
from huggingface_hub.errors import (
    EntryNotFoundError,
    GatedRepoError,
    HfHubHTTPError,
    RepositoryNotFoundError,
    RevisionNotFoundError,
)


def stay_here(request: httpx2.Request) -> None:
    """ModelCard.validate asks huggingface.co whatever HF_ENDPOINT says."""
    if request.url.host == "huggingface.co":
        here = httpx2.URL(constants.ENDPOINT)
        request.url = request.url.copy_with(scheme=here.scheme, host=here.host, port=here.port)


def error_of(call) -> str:
    """The name of the error that a call ends in, with the status where it has no name of its own."""
    try:
        call()
    except (EntryNotFoundError, GatedRepoError, RepositoryNotFoundError, RevisionNotFoundError) as error:
        return type(error).__name__
    except HfHubHTTPError as error:
        return f"{type(error).__name__} {error.response.status_code}"
    except ValueError as error:
        return f"ValueError {error}"
    return "none"


def jobs_of(api: HfApi) -> dict:
    """Runs jobs, and reads and lists them as the Hub's own tools do."""
    script = 'echo "from $NAME"; test -n "$HF_TOKEN" && echo signed in'
    job = api.run_job(
        image="debian:12",
        command=["/bin/sh", "-c", script],
        env={"NAME": "Python"},
        secrets={"HF_TOKEN": os.environ["HF_TOKEN"]},
        flavor="cpu-upgrade",
        timeout="5m",
        labels={"by": "python"},
        name="greeting",
    )
    log = list(api.fetch_job_logs(job_id=job.id, follow=True))
    done = api.inspect_job(job_id=job.id)
    sleeping = api.run_job(image="debian:12", command=["sleep", "60"])
    api.cancel_job(job_id=sleeping.id)
    large = next(hardware for hardware in api.list_jobs_hardware() if hardware.name == "a100x4")
    return {
        "ran": [done.status.stage, done.owner.name, done.flavor, done.labels, done.url == job.url],
        "log": log,
        "listed": [listed.labels for listed in api.list_jobs(labels={"by": "python"})],
        "ours": [[ours.status.stage, ours.labels["model"]] for ours in api.list_jobs(labels={"model-card-run": "ours"})],
        "cancelled": api.inspect_job(job_id=sleeping.id).status.stage,
        "hardware": [large.accelerator.quantity, large.accelerator.vram, large.unit_cost_micro_usd],
        "errors": [
            error_of(lambda: api.run_job(image="debian:12", command=["true"], namespace="acme")),
            error_of(lambda: api.run_job(image="debian:12", command=["true"], flavor="k80")),
            error_of(lambda: api.inspect_job(job_id="0" * 24)),
        ],
    }


def main(model: str) -> None:
    api, guest = HfApi(), HfApi(token=os.environ["STRANGER_TOKEN"])
    set_client_factory(lambda: httpx2.Client(follow_redirects=True, event_hooks={"request": [stay_here]}))
    me = api.whoami()
    info = api.model_info(model)
    expanded = api.model_info(model, expand=["sha", "cardData", "evalResults"])
    card_path = api.hf_hub_download(model, "README.md")
    text = Path(card_path).read_bytes().decode()

    changed = text + "\nFrom Python.\n"
    operation = CommitOperationAdd("README.md", changed.encode())
    opened = guest.create_commit(
        model,
        [operation],
        commit_message="Change from Python",
        commit_description="With a reason.",
        create_pr=True,
        parent_commit=info.sha,
    )
    listed = [[d.num, d.title, d.status, d.author, d.is_pull_request] for d in guest.get_repo_discussions(model)]
    opened_details = guest.get_discussion_details(model, opened.pr_num)
    said = guest.comment_discussion(model, opened.pr_num, "A comment.")
    guest.rename_discussion(model, opened.pr_num, "Renamed from Python")
    guest.change_discussion_status(model, opened.pr_num, "closed")
    guest.change_discussion_status(model, opened.pr_num, "open")
    merge_refused = error_of(lambda: guest.merge_pull_request(model, opened.pr_num))
    api.merge_pull_request(model, opened.pr_num)
    details = api.get_discussion_details(model, opened.pr_num)
    draft = guest.create_pull_request(model, "A draft from Python")

    print(
        json.dumps(
            {
                "whoami": [me["name"], me["orgs"][0]["name"], me["auth"]["accessToken"]["role"]],
                "info": [info.id, info.sha, info.card_data.license, info.model_index[0]["name"]],
                "expanded": [expanded.sha, expanded.card_data.license, expanded.likes],
                "siblings": sorted(sibling.rfilename for sibling in info.siblings),
                "text": text,
                "opened": [opened.pr_num, opened.pr_revision, opened.oid, opened.pr_url],
                "listed": listed,
                "diff": opened_details.diff,
                "base": opened_details.target_branch,
                "said": [said.content, said.author],
                "events": [event.type for event in details.events],
                "merged": [details.status, details.merge_commit_oid, details.conflicting_files],
                "title": details.title,
                "draft": [draft.num, draft.status],
                "refs": [ref.ref for ref in api.list_repo_refs(model, include_pull_requests=True).pull_requests],
                "commits": [commit.title for commit in api.list_repo_commits(model)],
                "jobs": jobs_of(api),
                "tree": sorted(entry.path for entry in api.list_repo_tree(model)),
                "errors": {
                    "merge by a stranger": merge_refused,
                    "auth check": error_of(lambda: api.auth_check(model)),
                    "auth check to write": error_of(lambda: api.auth_check(model, write=True)),
                    "auth check to write by a stranger": error_of(lambda: guest.auth_check(model, write=True)),
                    "gated": error_of(lambda: guest.auth_check("acme/gated")),
                    "private": error_of(lambda: guest.model_info("acme/private")),
                    "no repository": error_of(lambda: api.model_info("acme/none")),
                    "no repository for nobody": error_of(lambda: HfApi(token=False).model_info("acme/none")),
                    "no revision": error_of(lambda: api.model_info(model, revision="none")),
                    "no file": error_of(lambda: api.hf_hub_download(model, "none.md")),
                    "bad token": error_of(lambda: HfApi(token="hf_bad").whoami()),
                    "stale parent": error_of(
                        lambda: api.create_commit(
                            model,
                            [CommitOperationAdd("README.md", b"# Stale\n")],
                            commit_message="Stale",
                            parent_commit=info.sha,
                        )
                    ),
                    "good card": error_of(lambda: ModelCard(text).validate()),
                    "bad card": error_of(lambda: ModelCard("---\nbase_model: no id\n---\n").validate()),
                },
            }
        )
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
