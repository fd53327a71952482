"""One of each thing a policy may hold, every key set, for tests that walk them."""

from datetime import date

from clausier.document.model import (
    Audience,
    Chapter,
    Circumstances,
    Clause,
    Decided,
    Duty,
    History,
    Localized,
    Look,
    Policy,
    Review,
    Rule,
)
from clausier.document.model import statements as made
from clausier.document.model.types import Duration

SPAN, LONG = Duration.parse("2d"), Duration.parse("12m")
TEXT = Localized(fr="Des mots à nous.", en="Words of ours.")


def clause(**made_of: object) -> Clause:
    """Return a clause with the given statements."""
    return Clause(id="time.alpha", title=Localized(fr="Titre", en="Title"), text=TEXT, **made_of)  # type: ignore[arg-type]


def policy(*clauses: Clause) -> Policy:
    """Return a policy with one audience, one duty and the clauses."""
    return Policy(
        clausier=1,
        id="test",
        languages=("fr", "en"),
        title=TEXT,
        sector="company",
        audiences={"everyone": Audience(name=Localized(fr="Tout le personnel", en="All staff"))},
        duties={"council-office": Duty(name=Localized(fr="Greffe", en="Council office"))},
        review=Review(every=LONG, by="council-office"),
        reference_date=date(2026, 11, 23),
        chapters=(Chapter(chapter="time", number=6, title=TEXT, clauses=clauses),),
    )


FULL_WHEN = Circumstances(
    signal=("pi.email", "disc.needed"),
    intent=("question", "praise"),
    relation=("employee", "agency"),
    audience=("everyone",),
    channel=("facebook", "email"),
    account_kind=("official", "personal"),
    language=("fr", "other"),
    time=("working-hours",),
    period=("election",),
    reply=True,
    has=("link", "image"),
    history=History(decisions=Decided(at_least=3, within=SPAN)),
    confidence=0.7,
)
FULL_RULE = Rule(
    id="full",
    direction="outgoing",
    when=FULL_WHEN,
    unless=(FULL_WHEN, Circumstances(signal=("disc.clear",))),
    do="block",
    route="questions",
    notify=("council-office",),
    look=Look(within=SPAN, by="council-office"),
    optional=False,
    say=TEXT,
)
STEP = made.Step(step="register", within=SPAN, by="council-office")
FULL = {
    "commit": made.Commit(within=SPAN, every=LONG, remind=(SPAN,), then=("manager",)),
    "disclose": made.Disclose(
        declare=("employer", "client"),
        renew=LONG,
        wordings=(made.Wording(relation="employee", network="facebook", long=TEXT, short=TEXT),),
    ),
    "learn": made.Learn(due=SPAN, valid=LONG),
    "approve": made.Approve(
        id="pre",
        content=("static", "interactive"),
        by=(made.Approver(audience="everyone", duty="council-office"), made.Approver(duty="lead", need="all")),
        late_after=SPAN,
    ),
    "keep": (made.Keep(records="draft", min=LONG, max=LONG),),
    "waive": (made.Waive(obligation="qc-x", reason=TEXT),),
    "protect": made.Protect(lists=("names",), markings=("Protégé B",), documents=("papers",)),
    "use": (
        made.Use(
            network=("facebook",), moment=("break", "off-hours"), device=("own",), purpose=("mandate",),
            answer="no", say=TEXT,
        ),
    ),
    "quiet": {"mon-sun": "20:00-07:00"},
    "share": made.Share(),
    "own": (
        made.Own(
            kind="professional", handle="person", followers="person", archive="organization", rename=True,
            on_death="close",
        ),
    ),
    "keep_account": made.KeepAccount(
        owner="required", backup="advised", second_factor="required", recertify=LONG,
        open=(STEP,), change=(STEP,), leave=(STEP, STEP),
    ),
    "answer": made.Answer(
        id="questions",
        way="expert",
        duty="council-office",
        topics=(made.Topic(id="snow", name=TEXT, match=("neige",), duty="council-office", notify=("everyone",)),),
        legs=(made.Leg(name="triage", within=SPAN),),
        holding=TEXT,
        approve="pre",
        valid=LONG,
    ),
    "comments": (
        made.Comments(
            channel=("facebook", "blog"), mode="post", why=TEXT,
            appeal=made.Appeal(within=SPAN, answered=SPAN, by="council-office"),
        ),
    ),
    "remove_for": made.RemoveFor(neutral=True, say=TEXT),
    "breach": made.Breach(gravity="serious"),
    "ladder": (
        made.Ladder(
            gravity="serious", regimes=("elected",),
            steps=(made.Rung(id="talk", title=TEXT, lasts=SPAN, expires=LONG),),
            hear=SPAN, deciders=2, appeal=SPAN, seal=LONG,
        ),
    ),
    "freeze": made.Freeze(by="council-office", say=TEXT),
    "guide": True,
}  # fmt: skip
