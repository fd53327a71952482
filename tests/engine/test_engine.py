"""The verdict: the strictest action, every finding, exact spans, and no failure that takes it down."""

from dataclasses import replace

from clausier.document.model import Facts, Localized, Rule
from clausier.document.model.statements import Disclose, Wording
from clausier.engine import compile as compiled
from clausier.engine.context import Context
from clausier.engine.detector import Derived, Found
from clausier.engine.fixes import wording_for
from engine.policies import DETECTORS, check, clause, engine, policy, rule


def test_nothing_found_is_the_mildest_action():
    """A message that no rule concerns is allowed, or appears."""
    made = engine(clause("a.one", rule("sin", "block", signal=("pi.sin",))))

    assert check(made, "Bonjour").action == "allow"
    assert check(made, "Bonjour", direction="incoming").action == "publish"


def test_the_strictest_action_wins_and_all_findings_are_told():
    """Two rules apply: the verdict takes the stricter, and cites both with their clause."""
    made = engine(
        clause("a.one", rule("insult", "advise", signal=("abuse.insult",))),
        clause("b.two", rule("sin", "block", signal=("pi.sin",))),
    )

    verdict = check(made, "idiot, 123456789")

    assert verdict.action == "block"
    assert [(each.rule, each.clause, each.action) for each in verdict.findings] == [
        ("sin", "b.two", "block"),
        ("insult", "a.one", "advise"),
    ]


def test_order_of_rules_and_chapters_never_changes_a_verdict():
    """The same policy with its chapters and rules the other way round judges alike, byte for byte."""
    first = clause("a.one", rule("insult", "advise", signal=("abuse.*",)), rule("sin", "block", signal=("pi.*",)))
    second = clause("b.two", rule("name", "review", signal=("about.organization",)))
    straight = policy(first, second)
    turned = replace(
        straight,
        chapters=tuple(
            replace(each, clauses=tuple(replace(one, rules=one.rules[::-1]) for one in each.clauses))
            for each in straight.chapters[::-1]
        ),
    )
    text = "La Ville, idiote, 123456789"

    one, other = (check(compiled(each, None, (), DETECTORS), text).as_data() for each in (straight, turned))

    assert one == other


def test_two_rules_of_one_id_each_cite_their_own_clause():
    """The id is an error that validate tells; meanwhile no decision cites a clause that said nothing."""
    made = engine(
        clause("a.one", rule("twice", "block", signal=("pi.sin",))),
        clause("b.two", rule("twice", "advise", signal=("abuse.insult",))),
    )

    (finding,) = check(made, "123456789").findings

    assert (finding.clause, finding.signals) == ("a.one", (0,))


def test_offsets_count_code_points_of_the_message_as_written():
    """Letters that fold to two, zero-width marks and emoji before a word do not move its span."""
    made = engine(clause("a.one", rule("insult", "advise", signal=("abuse.insult",))))
    text = "👩🏽‍🚒 L’œuf\u200b… quel ＩＤＩ\u200bＯＴ!"

    (signal,) = check(made, text).signals

    assert text[signal.start : signal.end] == "ＩＤＩ\u200bＯＴ"
    assert signal.quote == "ＩＤＩ\u200bＯＴ"


def test_what_is_personal_or_secret_is_never_quoted():
    """A personal number is shown as dots, in the verdict too."""
    verdict = check(engine(clause("a.one", rule("sin", "block", signal=("pi.sin",)))), "NAS 123456789")

    assert "123456789" not in str(verdict.as_data())
    assert verdict.signals[0].end - verdict.signals[0].start == 9


def test_weak_signals_are_listed_only_when_a_finding_rests_on_them():
    """A signal under one half is told when a rule that asks for less cites it, and not otherwise."""
    weak = (replace(DETECTORS[1], confidence=0.4),)
    asks_less = rule("insult", "advise", signal=("abuse.insult",), confidence=0.3)

    assert check(engine(clause("a.one", asks_less), detectors=weak), "idiot").signals[0].confidence == 0.4
    plain = engine(clause("a.one", rule("insult", "advise", signal=("abuse.insult",))), detectors=weak)
    assert check(plain, "idiot").signals == ()


def test_a_detector_that_raises_never_takes_the_verdict_down():
    """The verdict says that a part of the check failed, and takes the careful action."""

    def fail(_view):
        raise RuntimeError
        yield

    broken = Derived(kinds=("spam.flood",), look=fail)
    made = engine(clause("a.one", rule("sin", "advise", signal=("pi.sin",))), detectors=(*DETECTORS, broken))

    out, into = check(made, "123456789"), check(made, "Bonjour", direction="incoming")

    assert (out.action, into.action) == ("review", "hold")
    assert [each.rule for each in out.findings] == ["engine.detector-failed", "sin"]
    assert {(each.detector, each.reason) for each in out.missing} >= {("spam.flood", "failed")}


def test_detectors_run_after_those_they_look_at():
    """A derived detector sees what it needs, whatever the order in which detectors are given."""

    def look(view):
        return [Found("abuse.doxxing", each.start, each.end, 0.9) for each in view.of("pi.")]

    derived = Derived(kinds=("abuse.doxxing",), look=look, after=("pi.",))
    made = engine(clause("a.one", rule("dox", "block", signal=("abuse.doxxing",))), detectors=(derived, *DETECTORS))

    assert check(made, "123456789").action == "block"


def test_what_no_detector_looks_for_is_told_missing():
    """A rule that waits for a detector says so in each verdict of its direction."""
    made = engine(clause("a.one", rule("hate", "review", signal=("abuse.hate",))))

    assert [each.detector for each in check(made, "Bonjour").missing] == ["abuse.hate"]


def test_pictures_are_not_read_and_the_verdict_says_so():
    """Media that come with a message are named as not read."""
    verdict = check(
        engine(clause("a.one", rule("sin", "block", signal=("pi.sin",)))), "Photo", media=[{"kind": "image"}]
    )

    assert ("image", "not-read") in {(each.detector, each.reason) for each in verdict.missing}


def test_what_the_context_does_not_tell_is_unknown_where_it_matters():
    """A rule for employees on official accounts cannot tell without them; a message that it does not concern can."""
    made = engine(clause("a.one", rule("sin", "block", signal=("pi.sin",), relation=("employee",))))

    assert check(made, "123456789").unknown == ("relation",)
    assert check(made, "Bonjour").unknown == ()


def test_a_spokesperson_is_an_employee_on_an_official_account():
    """The relation spokesperson is read as its two parts."""
    when = {"signal": ("pi.sin",), "relation": ("employee",), "account_kind": ("official",)}
    made = engine(clause("a.one", rule("sin", "block", **when)))

    assert check(made, "123456789", author={"relation": "spokesperson"}).action == "block"
    assert check(made, "123456789", author={"relation": "employee"}).action == "allow"


def test_whoever_is_in_an_audience_is_in_those_around_it():
    """A rule for everyone concerns the spokespeople within."""
    made = engine(
        clause("a.one", rule("sin", "block", signal=("pi.sin",), audience=("everyone",))),
        audiences={"everyone": audience(), "spokespeople": audience(within="everyone")},
    )

    assert check(made, "123456789", author={"audiences": ["spokespeople"]}).action == "block"
    assert check(made, "123456789", author={"audiences": ["partners"]}).action == "allow"


def audience(within=None):
    from clausier.document.model import Audience

    return Audience(name=Localized({"fr": "x", "en": "x"}), within=within)


def test_a_number_is_taken_out_by_a_fix_that_was_checked():
    """The offered mend, applied, is free of the finding."""
    made = engine(clause("a.one", rule("sin", "block", signal=("pi.sin",))))
    text = "Mon NAS: 123456789, merci"

    (fix,) = check(made, text).findings[0].fixes

    assert "123456789" not in fix.apply(text)
    assert check(made, fix.apply(text)).action == "allow"


def test_a_fix_that_does_not_mend_is_not_offered():
    """Where taking the number out leaves the finding, nothing is offered."""
    anything = rule("any", "block", signal=("pi.sin", "abuse.insult"))

    assert check(engine(clause("a.one", anything)), "idiot 123456789").findings[0].fixes == ()


def disclosing(**limits):
    needed = Derived(
        kinds=("disc.needed", "disc.clear"),
        look=lambda view: [Found("disc.clear" if "travaille" in view.text.folded else "disc.needed", 0, 0, 0.9)],
    )
    words = Wording(
        relation="employee",
        long=Localized({"fr": "Je travaille pour {organization}.", "en": "I work for {organization}."}),
        short=Localized({"fr": "(j'y travaille)", "en": "(I work there)"}),
    )
    tie = Rule(id="tie", when=rule("x", "block", signal=("disc.needed",), relation=("employee",)).when, do="block")
    return engine(clause("a.one", tie, disclose=Disclose(wordings=(words,))), detectors=(needed,), **limits)


def test_a_hidden_tie_gets_the_words_of_the_policy():
    """The fix puts the disclosure first, in the policy's own words."""
    text = "Bravo à la Ville!"

    (fix,) = check(disclosing(), text, lang="fr", author={"relation": "employee"}).findings[0].fixes

    assert fix.apply(text).endswith("Bravo à la Ville!")
    assert fix.apply(text).startswith("Je travaille pour ")


def test_two_clauses_with_words_for_a_tie_offer_the_same_in_any_order():
    """Of two wordings for the same tie, the same is offered whichever clause comes first."""
    a, b = (clause(name, disclose=Disclose(wordings=(words(name),))) for name in ("a.one", "b.two"))
    context = Context.from_data({"text": "", "author": {"relation": "employee"}})

    assert wording_for(policy(a, b), context) == wording_for(policy(b, a), context) == words("a.one")


def words(text):
    said = Localized({"fr": text, "en": text})
    return Wording(relation="employee", long=said, short=said)


def test_the_short_words_are_offered_where_the_long_ones_do_not_fit():
    """On a network that bounds its posts, the disclosure that fits is the one offered."""
    text = "b" * 255

    (fix,) = check(disclosing(), text, lang="fr", channel="x", author={"relation": "employee"}).findings[0].fixes

    assert fix.edits[0].insert == "(j'y travaille) "


def test_the_policys_own_words_disclose_the_tie():
    """Whatever words a policy gives for a tie, a post that begins with them is disclosed, and the fix offers them."""
    words = Wording(
        relation="member",
        long=Localized({"fr": "Élue; mes opinions.", "en": "Councillor; views my own."}),
        short=Localized({"fr": "(élue)", "en": "(elected)"}),
    )
    tie = Rule(id="tie", when=rule("x", "block", signal=("disc.needed",)).when, do="block")
    tie = replace(tie, unless=(rule("x", "block", signal=("disc.clear",)).when,))
    made = engine(
        clause("a.one", tie, disclose=Disclose(wordings=(words,))),
        detectors=None,
        facts=Facts(names={"en": ("Lakeside Council",)}),
    )
    author = {"relation": "member"}
    hidden = check(made, "Bravo to Lakeside Council for the best park ever!", author=author, channel="facebook")

    (fix,) = hidden.findings[0].fixes

    assert fix.edits[0].insert == "Councillor; views my own. "
    assert check(made, fix.apply("Bravo to Lakeside Council for the best park ever!"), author=author).action == "allow"
