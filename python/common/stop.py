"""How a run ends."""

from enum import IntEnum


class Status(IntEnum):
    """The exit statuses of every script."""

    DONE = 0
    FAILED = 1
    REFUSED = 2


class Refused(Exception):
    """The run cannot work as it was asked for; the message is one sentence with the next step."""
