"""The options that every script takes, and their reading."""

import argparse
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from math import inf
from pathlib import Path
from typing import Literal, NoReturn

from common.stop import Refused
from common.tasks import TaskSpec, parse_tasks

ChatTemplate = Literal["auto", "yes", "no"]


@dataclass(frozen=True)
class Options:
    """What a person asked for; None stands for the framework's own default."""

    model: str
    tasks: tuple[TaskSpec, ...]
    revision: str | None = None
    limit: int | None = None
    max_model_len: int | None = None
    dtype: str = "auto"
    tensor_parallel_size: int = 1
    gpu_memory_utilization: float | None = None
    max_num_seqs: int | None = None
    batch_size: int | None = None
    apply_chat_template: ChatTemplate = "auto"
    trust_remote_code: bool = False
    seed: int | None = None
    temperature: float | None = None
    top_p: float | None = None
    top_k: int | None = None
    max_new_tokens: int | None = None
    system_prompt: str | None = None
    custom_tasks: Path | None = None
    allow_local_code_execution: bool = False
    offline: bool = False
    output_dir: Path = Path("evaluations")
    provider: str | None = None

    @property
    def folder(self) -> Path | None:
        """The local folder that the model is, if it is one."""
        return Path(self.model).expanduser().resolve() if Path(self.model).expanduser().is_dir() else None

    @property
    def is_server(self) -> bool:
        """Whether the model is the address of a running server."""
        return self.model.startswith(("http://", "https://"))

    @property
    def is_mock(self) -> bool:
        """Whether inspect's own stand-in answers, which needs no model."""
        return self.model.startswith("mockllm/")


def read_options(about: str, examples: str, argv: list[str], *, with_provider: bool = False) -> Options:
    """Reads the command line; refuses a bad one."""
    if any(re.search(r"\bhf_[A-Za-z0-9]{20,}", argument) for argument in argv):
        raise Refused("A token must not be an argument, where other programs can read it; set HF_TOKEN instead.")
    _refuse_repeated(argv)
    given = vars(_parser(about, examples, with_provider).parse_args(argv))
    options = Options(**{**given, "tasks": parse_tasks(given["tasks"])})
    if not options.is_server and options.folder is None and options.model.startswith((".", "/", "~")):
        raise Refused(f"There is no folder {options.model}; name a folder that holds a model, or a model of the Hub.")
    if options.is_server and "@" in options.model:
        raise Refused(
            "A password must not be part of an address, where other programs can read it; set VLLM_API_KEY instead."
        )
    if options.custom_tasks is not None and not options.custom_tasks.is_file():
        raise Refused(
            f"There is no file {options.custom_tasks}; --custom-tasks takes a Python file that defines tasks."
        )
    return options


def given_settings(options: Options) -> dict[str, str | int | float | bool]:
    """The options that differ from their defaults and say how the answers came about, for the record."""
    about_the_place = {"model", "tasks", "revision", "custom_tasks", "offline", "output_dir", "provider"}
    defaults = Options(model="", tasks=())
    return {
        name: value
        for name, value in vars(options).items()
        if name not in about_the_place and value != getattr(defaults, name)
    }


def ignored_notes(options: Options, ignored: Mapping[str, str]) -> list[str]:
    """Notes on options that were given and do nothing here."""
    defaults = Options(model="", tasks=())
    return [
        f"--{name.replace('_', '-')} has no effect here: {reason}."
        for name, reason in ignored.items()
        if getattr(options, name) != getattr(defaults, name)
    ]


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise Refused(f"{message[:1].upper()}{message[1:]}; --help tells all options.")


def _refuse_repeated(argv: list[str]) -> None:
    """Of two values for one option argparse takes the last and forgets the other."""
    names = [argument.split("=")[0] for argument in argv if argument.startswith("--")]
    repeated = next((name for name in names if names.count(name) > 1), None)
    if repeated == "--tasks":
        raise Refused("--tasks was given twice; give it once, with commas between the tasks.")
    if repeated == "--model":
        raise Refused("--model was given twice; start a run for each model.")
    if repeated is not None:
        raise Refused(f"{repeated} was given twice; give it once.")


def _parser(about: str, examples: str, with_provider: bool) -> argparse.ArgumentParser:
    parser = _Parser(
        prog=Path(sys.argv[0]).name,
        description=about,
        epilog=f"{examples}\n\n--list-tasks alone prints all tasks of the framework as JSON.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    what = parser.add_argument_group("what is evaluated")
    what.add_argument("--model", required=True, help="model of the Hub (org/name) or local folder")
    what.add_argument("--revision", help="branch, tag or commit of the model; recorded as a commit")
    what.add_argument("--tasks", required=True, help="comma-separated, each as task or task|shots")
    what.add_argument("--custom-tasks", type=_path, metavar="FILE", help="Python file that defines tasks")
    what.add_argument("--limit", type=_count, metavar="N", help="evaluate only the first N samples of each task")
    if with_provider:
        what.add_argument("--provider", help="inference provider, or fastest or cheapest; the Hub chooses without it")

    loading = parser.add_argument_group("how the model is loaded")
    loading.add_argument("--dtype", default="auto", help="auto, float16, bfloat16 or float32 (default: %(default)s)")
    loading.add_argument("--max-model-len", type=_count, metavar="N", help="longest prompt with its answer, in tokens")
    loading.add_argument(
        "--tensor-parallel-size", type=_count, default=1, metavar="N", help="GPUs that share the model"
    )
    loading.add_argument("--gpu-memory-utilization", type=_share, metavar="X", help="share of GPU memory, 0 to 1")
    loading.add_argument("--max-num-seqs", type=_count, metavar="N", help="sequences that run at the same time")
    loading.add_argument("--batch-size", type=_count, metavar="N", help="samples in one batch")
    loading.add_argument("--trust-remote-code", action="store_true", help="run Python code of the model's repository")

    answers = parser.add_argument_group("how it answers (without these, as the framework does by default)")
    answers.add_argument("--apply-chat-template", choices=("auto", "yes", "no"), default="auto")
    answers.add_argument("--system-prompt", metavar="TEXT")
    answers.add_argument("--temperature", type=_amount, metavar="X", help="0 always takes the likeliest token")
    answers.add_argument("--top-p", type=_share, metavar="X")
    answers.add_argument("--top-k", type=_count, metavar="N")
    answers.add_argument("--max-new-tokens", type=_count, metavar="N")
    answers.add_argument("--seed", type=_seed, metavar="N")

    run = parser.add_argument_group("the run")
    run.add_argument(
        "--output-dir", type=_path, default=Path("evaluations"), metavar="DIR", help="default: %(default)s"
    )
    run.add_argument("--offline", action="store_true", help="use only what has been downloaded before")
    run.add_argument(
        "--allow-local-code-execution",
        action="store_true",
        help="let tasks run code that the model wrote on this machine, with your rights",
    )
    return parser


def _path(text: str) -> Path:
    return Path(text).expanduser()


def _whole(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f'"{text}" is no whole number') from None


def _count(text: str) -> int:
    number = _whole(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is no number from 1 on")
    return number


def _seed(text: str) -> int:
    number = _whole(text)
    # numpy takes no other, and says so only when the model is loaded.
    if not 0 <= number < 2**32:
        raise argparse.ArgumentTypeError(f"{text} is no number from 0 to {2**32 - 1}")
    return number


def _amount(text: str) -> float:
    number = _number(text)
    if not 0 <= number < inf:
        raise argparse.ArgumentTypeError(f"{text} is no number from 0 on")
    return number


def _share(text: str) -> float:
    number = _number(text)
    if not 0 < number <= 1:
        raise argparse.ArgumentTypeError(f"{text} is no number above 0 and up to 1")
    return number


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f'"{text}" is no number') from None
