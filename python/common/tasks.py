"""Task specifications, as people write them for either framework."""

import difflib
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from common.stop import Refused


@dataclass(frozen=True)
class TaskSpec:
    """A task and the number of examples in its prompt; without a number, what the task does by itself."""

    name: str
    shots: int | None = None


def parse_tasks(text: str) -> tuple[TaskSpec, ...]:
    """Reads `task`, `task|shots` and the older `suite|task|shots` and `suite|task|shots|0`, separated by commas."""
    specs = [_parse_task(part.strip()) for part in text.split(",") if part.strip()]
    if not specs:
        raise Refused("No task was named; give --tasks one or more, such as gsm8k or arc_challenge|25.")
    return tuple(dict.fromkeys(specs))


def _parse_task(text: str) -> TaskSpec:
    match [part.strip() for part in text.split("|")]:
        case [name] if name:
            return TaskSpec(name)
        case [name, shots] if name and _is_number(shots):
            return TaskSpec(name, int(shots))
        case [_, name, shots] if name and _is_number(shots):
            return TaskSpec(name, int(shots))
        case [_, name, shots, "0" | "1"] if name and _is_number(shots):
            return TaskSpec(name, int(shots))
    raise Refused(f'"{text}" is no task; write task or task|shots, such as gsm8k|5.')


def _is_number(text: str) -> bool:
    return re.fullmatch(r"[0-9]{1,3}", text) is not None


def nearest(name: str, known: Iterable[str]) -> list[str]:
    """Up to three known names that are like a name, the likest first."""
    by_folded = {_fold(candidate): candidate for candidate in known}
    wanted = _fold(name)
    close = difflib.get_close_matches(wanted, by_folded, n=3, cutoff=0.6)
    containing = sorted((folded for folded in by_folded if wanted in folded), key=len)
    return [by_folded[folded] for folded in dict.fromkeys([*close, *containing])][:3]


def require_known(names: Iterable[str], known: Collection[str], where: str) -> None:
    """Refuses a name that is not known, and says which ones are like it."""
    for name in names:
        if name in known:
            continue
        similar = nearest(name, known)
        advice = f"the nearest: {', '.join(similar)}" if similar else "see its documentation for the names"
        raise Refused(f'{where} has no task "{name}"; {advice}.')


def _fold(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())
