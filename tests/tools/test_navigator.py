"""Which remedies the Wijzer puts first."""

from innovkb.tools.navigator.suggestions import suggest, unanswered
from practices.models import Barrier, Remedy, Tip, Tool
from practices.models.remedy import Origin


def remedy(barrier: int, target: Tip | Tool, origin: str = Origin.EDITORS) -> Remedy:
    name = "tip" if isinstance(target, Tip) else "tool"
    return Remedy(barrier_id=barrier, origin=origin, **{name: target})


ONE, OTHER, THIRD = Tip(pk=1, title="Een"), Tip(pk=2, title="Ander"), Tip(pk=3, title="Derde")


def test_what_helps_against_most_barriers_comes_first() -> None:
    rows = [remedy(1, ONE, Origin.SOURCE), remedy(1, OTHER), remedy(2, OTHER)]
    assert [one.target for one in suggest(rows)] == [OTHER, ONE]


def test_of_equals_what_a_source_links_comes_first() -> None:
    rows = [remedy(1, ONE), remedy(1, OTHER, Origin.SOURCE)]
    assert [one.target for one in suggest(rows)] == [OTHER, ONE]


def test_one_link_by_a_source_is_enough() -> None:
    rows = [remedy(1, ONE), remedy(2, ONE), remedy(1, OTHER), remedy(2, OTHER, Origin.SOURCE)]
    assert [(one.target, one.says_source) for one in suggest(rows)] == [(OTHER, True), (ONE, False)]


def test_full_equals_keep_the_order_in_which_they_were_given() -> None:
    rows = [remedy(1, THIRD), remedy(1, ONE), remedy(1, OTHER)]
    assert [one.target for one in suggest(rows)] == [THIRD, ONE, OTHER]


def test_an_aid_stands_once_with_all_its_reasons() -> None:
    rows = [remedy(1, ONE), remedy(2, ONE)]
    assert [one.remedies for one in suggest(rows)] == [tuple(rows)]


def test_a_tip_and_a_tool_with_one_key_are_two_aids() -> None:
    rows = [remedy(1, ONE), remedy(2, Tool(pk=1, title="Een"))]
    assert [len(one.remedies) for one in suggest(rows)] == [1, 1]


def test_without_remedies_nothing_is_suggested() -> None:
    assert suggest([]) == []


def test_barriers_without_a_remedy_are_named_in_their_own_order() -> None:
    barriers = [Barrier(pk=3), Barrier(pk=1), Barrier(pk=2)]
    assert unanswered(barriers, [remedy(1, ONE)]) == [barriers[0], barriers[2]]
