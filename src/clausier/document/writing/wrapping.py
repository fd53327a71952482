"""Lines that a text editor wrapped, as one line for whoever writes in a page; Markdown reads both alike."""

import re

# A line that begins anew: an item, a heading, a quotation, a table, code, or anything set in.
_ANEW = re.compile(r"[-*+#>|]|\d+[.)]\s|\s|```|$")


def unwrapped(text: str) -> str:
    """Return a Markdown text whose paragraphs and items stand on one line each; what has its own lines keeps them."""
    lines: list[str] = []
    for line in text.split("\n"):
        if lines and lines[-1] and not _ANEW.match(line) and not _keeps_its_end(lines[-1]):
            lines[-1] = f"{lines[-1]} {line}"
        else:
            lines.append(line)
    return "\n".join(lines)


def _keeps_its_end(line: str) -> bool:
    return line.endswith(("  ", "\\", "|")) or line.startswith(("#", "```", "    "))
