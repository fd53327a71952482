"""What a browser sends for a form made from the model."""


def sent_by(fields):
    """Return what a browser sends for the questions as they are shown."""
    sent = {}
    for field in fields:
        _send(field, sent)
    return sent


def _send(field, sent):
    for name, value in _values(field):
        sent.setdefault(name, []).append(value)
    for item in field.items:
        sent.setdefault(field.name, []).append(str(item.place))
        for each in (*item.fields, *item.folded):
            _send(each, sent)
    for each in (*field.fields, *field.folded):
        _send(each, sent)


def _values(field):
    """Return the names and values that one question sends, those that it holds left aside."""
    if field.kind == "words":
        return [(name, text.replace("\n", "\r\n")) for _language, name, text in field.words]
    chosen = [(field.name, each.value) for each in field.options if each.is_chosen]
    if field.kind == "duration":
        return [(f"{field.name}-amount", field.amount), *((f"{name}-unit", value) for name, value in chosen)]
    if field.options:
        return chosen + [(f"{field.name}-not", each.value) for each in field.options if each.is_left_out]
    return [(field.name, field.value)] if field.value else []
