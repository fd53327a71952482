"""How much of what is sent reaches the disk: a stranger may send a file to any form, before anybody looks at it."""

from typing import Any

from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest

BYTES = 25 * 2**20  # more than any of our forms takes: each says its own limit


class Bounded(FileUploadHandler):
    """Lets go of what comes after the limit, all files of a request together.

    What is left is larger than any form takes, so the form says its limit and what was typed stays.
    """

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self.left = BYTES

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:  # noqa: ARG002
        """Pass on what may still be kept."""
        kept = raw_data[: self.left]
        self.left -= len(kept)
        return kept or None

    def file_complete(self, file_size: int) -> Any:  # noqa: ARG002
        """Leave the file to the handlers that follow."""
        return None
