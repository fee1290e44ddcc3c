"""Reads the state of a pre-mortem, from a form or from an address."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from innovkb.lib.text import shorten
from innovkb.tools.forms import AddressForm, TextField, TextsField, printable
from innovkb.tools.premortem import answers as answering
from innovkb.tools.premortem.answers import Answers
from practices.models.archetype import Phase

_MOST_WORDS = 100
"""Words with answers that are read."""
LONGEST_NAME = 80
LONGEST_AGREEMENT = 200
"""Characters that are kept of a project's name and of what was agreed."""

ASK = "vragen"
SUBMIT = "uitslag"
AGREEMENT = ("wat", "wie", "wanneer")


@dataclass(frozen=True)
class Agreement:
    """What a team agreed to do about a pattern."""

    wat: str = ""
    wie: str = ""
    wanneer: str = ""


class PremortemForm(AddressForm):
    """``fase=vooraf&vooraf=<slug>.<answers>&wat:<slug>=…``; ``naar`` leads to another phase.

    The form with questions has ``<slug>.<position>=<letter>`` for its own phase, and addresses of
    before had ``a=<slug>.<answers>``. ``innovkb.tools.premortem.answers`` says how answers are
    written.
    """

    fase = TextField(required=False)
    naar = TextField(required=False)
    naam = TextField(required=False)
    a = TextsField(required=False)

    def __init__(self, fields: QueryDict, *, cut: bool) -> None:
        super().__init__(fields, cut=cut)
        self.given: dict[Phase, Answers] = {}
        self.left_out = 0
        for phase in Phase:
            words = [word for word in fields.getlist(phase.label) if word]
            if phase == self.cleaned_data["fase"]:
                radios = [f"{name}{value}" for name, value in fields.items() if "." in name]
                words = [*(word for word in radios if word[-1:] != "."), *self._old_words, *words]
            self.given[phase], odd = answering.read(words[:_MOST_WORDS])
            self.left_out += odd + len(words[_MOST_WORDS:])

    @property
    def _old_words(self) -> list[str]:
        return list(self.cleaned_data["a"])

    def clean_fase(self) -> Phase | None:
        return self._phase("fase")

    def clean_naar(self) -> Phase | None:
        return self._phase("naar")

    def clean_naam(self) -> str:
        return str(self.cleaned_data["naam"])[:LONGEST_NAME]

    def _phase(self, field: str) -> Phase | None:
        name: str = self.cleaned_data[field]
        phase = next((phase for phase in Phase if phase.label == name), None)
        if self.data.get(field) and phase is None:
            self.ignored.append(f"De fase ‘{shorten(name, 40)}’ kennen we niet. Kies er een.")
        return phase

    @property
    def phase(self) -> Phase | None:
        """The phase to show."""
        phase: Phase | None = self.cleaned_data["naar"] or self.cleaned_data["fase"]
        return phase

    @property
    def project(self) -> str:
        return str(self.cleaned_data["naam"])

    @property
    def asks(self) -> bool:
        """Whether the questions are to be shown, whatever was answered."""
        return self.step == ASK or self.cleaned_data["naar"] is not None

    def keep(self, archetypes: Iterable[Any]) -> Answers:
        """The answers to questions that exist; says in ``ignored`` that there were others."""
        if self.phase is None:
            return {}
        kept, unknown = answering.known(self.given[self.phase], archetypes)
        self.given[self.phase] = kept
        if left_out := self.left_out + unknown:
            what = "Eén antwoord hoort" if left_out == 1 else f"{left_out} antwoorden horen"
            self.ignored.append(f"{what} niet bij deze vragen. Weggelaten.")
        return kept

    def agreement(self, slug: str) -> Agreement:
        """What was agreed about the pattern with this slug."""
        texts = (printable(self.data.get(f"{name}:{slug}", "")) for name in AGREEMENT)
        return Agreement(*(text[:LONGEST_AGREEMENT] for text in texts))

    def pairs(
        self, archetypes: Iterable[Any], *, but: Phase | None = None
    ) -> list[tuple[str, str]]:
        """Names and values of the state, without the answers of the phase ``but``."""
        pairs = [
            (phase.label, word)
            for phase in Phase
            if phase != but
            for word in answering.write(self.given[phase])
        ]
        for archetype in archetypes:
            agreed = self.agreement(archetype.slug)
            pairs += [
                (f"{name}:{archetype.slug}", text)
                for name in AGREEMENT
                if (text := getattr(agreed, name))
            ]
        return pairs

    def state(self, archetypes: Iterable[Any], *, step: str = "") -> str:
        """All of it, for behind the ``#`` of an address: short, and the same however it came."""
        pairs = [("fase", self.phase.label)] if self.phase else []
        pairs += [("stap", step)] if step else []
        pairs += [("naam", self.project)] if self.project else []
        return urlencode([*pairs, *self.pairs(archetypes)], safe=":")
