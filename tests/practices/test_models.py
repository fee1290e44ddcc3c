"""What the models of practices refuse, in Dutch and in the database."""

from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from practices.models import (
    Archetype,
    ArchetypeQuestion,
    Barrier,
    BarrierGroup,
    Principle,
    PrincipleSet,
    Remedy,
    Theme,
    Tip,
    Tool,
)
from practices.models.remedy import TARGETS

Build = Callable[[Any], Any]


def _remedy(make: Any, *targets: str, **fields: Any) -> Remedy:
    chosen = {target: getattr(make, target)() for target in targets}
    return Remedy(**{"barrier": make.barrier(), "why": "Daarom.", **chosen, **fields})


def _second_remedy(make: Any) -> Remedy:
    first = make.remedy()
    return Remedy(barrier=first.barrier, tip=first.tip, why="Nog eens.")


def _principle(make: Any, **fields: Any) -> Principle:
    return Principle(
        **{"title": "Klein", "slug": "klein", "position": 1, "write_up": make.write_up(),
           "set": make.principle_set(), "number": 1, **fields}
    )  # fmt: skip


def _second_principle(make: Any) -> Principle:
    first = make.principle(number=4)
    return _principle(make, set=first.set, number=4)


def _check(make: Any, **fields: Any) -> ArchetypeQuestion:
    return ArchetypeQuestion(
        **{"archetype": make.archetype(), "phase": "before", "position": 1, "text": "Wie?",
           **fields}
    )  # fmt: skip


def _second_check(make: Any) -> ArchetypeQuestion:
    first = _check(make)
    first.save()
    return _check(make, archetype=first.archetype)


def _second_tip(make: Any) -> Tip:
    first = make.tip(position=2)
    return Tip(title="Tip", slug="een-tip", write_up=first.write_up, position=2)


ONE_TARGET = "Kies precies één: een tip, een principe, een hulpmiddel of een voorbeeld."
REFUSED: dict[str, tuple[Build, str]] = {
    "a remedy without a target": (_remedy, ONE_TARGET),
    **{
        f"a remedy with a {one} and a {other}": (
            lambda make, one=one, other=other: _remedy(make, one, other), ONE_TARGET,
        )
        for one, other in combinations(TARGETS, 2)
    },
    "a remedy with all targets": (lambda make: _remedy(make, *TARGETS), ONE_TARGET),
    "a remedy without a reason": (
        lambda make: _remedy(make, "tip", why=""), "Vertel waarom dit helpt.",
    ),
    "the same remedy twice": (_second_remedy, "Dit staat al bij deze barrière."),
    "two principles with one number": (
        _second_principle, "Dit nummer is in de set al vergeven.",
    ),
    "a principle with number nought": (
        lambda make: _principle(make, number=0), "Nummer vanaf 1.",
    ),
    "two questions in one place": (_second_check, "Deze plaats is al bezet."),
    "a question without a text": (lambda make: _check(make, text=""), "Vul de vraag in."),
    "two tips in one place": (_second_tip, "Deze plaats in het verslag is al bezet."),
    "a theme without a name": (
        lambda make: Theme(name="", slug="leeg"), "Geef het thema een naam.",
    ),
    "an archetype without a title": (
        lambda make: Archetype(title="", slug="leeg", position=1), "Geef dit een titel.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_the_model_refuses_it_in_dutch(make: Any, case: str) -> None:
    build, message = REFUSED[case]
    row = build(make)
    with pytest.raises(ValidationError) as error:
        row.validate_constraints()
    assert message in error.value.messages
    with pytest.raises(ValidationError):
        row.full_clean()


@pytest.mark.parametrize("case", REFUSED)
def test_the_database_refuses_it_too(make: Any, case: str) -> None:
    row = REFUSED[case][0](make)
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save_base(force_insert=True)  # past the model's own save()


@pytest.mark.parametrize("target", TARGETS)
def test_a_remedy_has_exactly_one_target(make: Any, target: str) -> None:
    remedy = _remedy(make, target)
    remedy.full_clean()
    remedy.save()
    assert remedy.target_kind == target
    assert remedy.target == getattr(remedy, target)


def test_a_remedy_is_public_when_barrier_and_target_are(make: Any) -> None:
    hidden = make.draft()
    shown = make.remedy()
    make.remedy(barrier=make.barrier(write_up=hidden))
    for target in TARGETS:
        chosen = getattr(make, target)(write_up=hidden)
        make.remedy(**{target: chosen})
    assert list(Remedy.objects.published()) == [shown]


def test_what_belongs_to_a_draft_is_not_public(make: Any) -> None:
    hidden = make.draft()
    make.tip(write_up=hidden)
    make.tool(write_up=hidden)
    make.example(write_up=hidden)
    make.barrier(write_up=hidden)
    make.principle(write_up=hidden)
    make.archetype(write_up=hidden)
    for model in (Tip, Tool, Barrier, Principle, Archetype, BarrierGroup, PrincipleSet):
        assert list(model.objects.published()) == []


def test_an_archetype_without_a_write_up_is_public(make: Any) -> None:
    archetype = make.archetype()
    assert list(Archetype.objects.published()) == [archetype]


def test_an_archetype_outlives_its_write_up(make: Any) -> None:
    archetype = make.archetype(write_up=make.write_up())
    archetype.write_up.delete()
    archetype.refresh_from_db()
    assert archetype.write_up is None


def test_a_theme_with_a_space_or_a_diacritic_gets_a_readable_address() -> None:
    assert Theme(name="Énergie en motivatie").slugify("Énergie en motivatie") == (
        "energie-en-motivatie"
    )


def test_a_group_with_barriers_can_not_be_deleted(make: Any) -> None:
    barrier = make.barrier()
    with pytest.raises(IntegrityError):
        barrier.group.delete()


def test_the_address_of_a_principle_is_its_place_in_the_set(make: Any) -> None:
    principle = make.principle(set=make.principle_set("Zes kernprincipes"), slug="klein")
    assert principle.get_absolute_url() == "/principes/zes-kernprincipes/#klein"
