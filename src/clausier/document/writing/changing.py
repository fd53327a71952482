"""A value changed into another with the fewest cuts, and an item moved in its list: what stays keeps its comments."""

from typing import Any

from clausier.document.writing import places
from clausier.document.writing.editing import EditRefusedError, with_item, with_value, without_value
from clausier.document.writing.places import Keys
from clausier.document.writing.plain import plain


def with_changes(text: str, name: str, keys: Keys, old: Any, new: Any) -> str:
    """Return the text of the file ``name`` in which the value ``old`` at ``keys`` has become ``new``.

    Only what differs between the two is cut; a default that somebody wrote out stays written. A part that cannot be
    changed so is written anew, whole. Raises EditRefusedError when even that cannot be done.
    """
    return _changed(text, name, keys, plain(old), plain(new))


def _changed(text: str, name: str, keys: Keys, old: Any, new: Any) -> str:
    if old == new:
        return text
    try:
        if isinstance(old, dict) and isinstance(new, dict) and old:
            return _map_changed(text, name, keys, old, new)
        if isinstance(old, list) and isinstance(new, list) and old:
            return _list_changed(text, name, keys, old, new)
    except EditRefusedError:
        pass
    return with_value(text, name, keys, new)


def _map_changed(text: str, name: str, keys: Keys, old: dict[str, Any], new: dict[str, Any]) -> str:
    for key, value in new.items():
        text = _changed(text, name, (*keys, key), old.get(key), value)
    for key in old:
        if key not in new:
            text = without_value(text, name, (*keys, key))
    return text


def _list_changed(text: str, name: str, keys: Keys, old: list[Any], new: list[Any]) -> str:
    """Take out what is no more, change what stands in the same place, add what comes behind."""
    gone = [place for place, each in enumerate(old) if each not in new] if len(new) < len(old) else []
    for place in reversed(gone[: len(old) - len(new)]):
        text = without_value(text, name, (*keys, place))
    kept = [each for place, each in enumerate(old) if place not in gone[: len(old) - len(new)]]
    if len(kept) > len(new):
        return with_value(text, name, keys, new)
    for place, each in enumerate(kept):
        text = _changed(text, name, (*keys, place), each, new[place])
    for each in new[len(kept) :]:
        text = with_item(text, name, keys, each)
    return text


def with_moved(text: str, keys: Keys, by: int) -> str:
    """Return the text in which the item at ``keys`` has changed places with the one ``by`` places further.

    The comments above an item go with it. Nothing changes at either end of the list. Raises EditRefusedError for a
    list that does not stand on lines of its own.
    """
    root = places.compose(text)
    holder = places.find(root, keys[:-1]) if root else None
    place = places.index_of(holder, keys[-1]) if holder else None
    if holder is None or place is None or not places.is_block(holder):
        raise EditRefusedError(f"no such place: {'.'.join(map(str, keys))}")
    pairs = places.pairs_of(holder)
    if not 0 <= place + by < len(pairs):
        return text
    ends = [min(places.line_end(text, places.end(pair.value, text)) + 1, len(text)) for pair in pairs]
    begun = places.line_start(text, text.rindex("-", 0, places.start(pairs[0].name)))
    starts = [_above(text, begun), *ends[:-1]]
    parts = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    parts = [part if part.endswith("\n") else f"{part}\n" for part in parts]
    parts[place], parts[place + by] = parts[place + by], parts[place]
    return text[: starts[0]] + "".join(parts) + text[ends[-1] :]


def _above(text: str, line: int) -> int:
    """Return where the comments right above a line begin."""
    while line and text[places.line_start(text, line - 1) : line].lstrip().startswith("#"):
        line = places.line_start(text, line - 1)
    return line
