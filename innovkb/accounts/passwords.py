"""Refuses passwords that a Dutch guesser tries first, besides Django's English list."""

import re
from typing import Any

from django.core.exceptions import ValidationError

LONGEST = 128
"""Characters: checking a longer one takes the server time and makes nothing safer."""
_FIRST_GUESSES = frozenset(
    """
    aanmelden admin ajax april augustus baas beheer beheerder belastingdienst bericht bezoeker bloem
    bureau chocola computer database december digitaal directie documenten dinsdag donderdag
    draagvlak eindredactie eindredacteur februari feyenoord fiets gast gebruiker geheim gemeente
    goedemorgen groetjes hallo herfst hetwachtwoord hoi ikhouvanjou inloggen innovatie innoveren
    januari juli juni kabouter kantoor kennis kennisbank koekje lente liefde maandag maart
    medewerker mei ministerie moeder nederland november oktober oranje overheid paard password
    poes provincie psv redacteur redactie rijksoverheid rotterdam schatje september sesam test
    toegang toets utrecht vakantie vlaanderen vernieuwen vernieuwing voetbal vrijdag wachtwoord
    waterschap welkom werk winter woensdag zaterdag zomer zondag amsterdam antwerpen belgie brussel
    denhaag eindhoven groningen
    de het een en van in is mijn ons onze jij wij nieuw nieuwe nieuwjaar
    """.split()
)
_LOOKALIKES = str.maketrans("013457@$!", "oleastasi")


class DutchPasswords:
    """No password that is a word everybody tries first, with a year and a mark around it."""

    def validate(self, password: str, user: Any = None) -> None:
        if len(password) > LONGEST:
            raise ValidationError(f"Neem een wachtwoord van hooguit {LONGEST} tekens.", "too_long")
        folded = password.casefold()
        if _is_guessed(folded) or _is_guessed(folded.translate(_LOOKALIKES)):
            raise ValidationError(
                "Dit wachtwoord wordt vaak geprobeerd. Neem bijvoorbeeld vier woorden die niets "
                "met elkaar te maken hebben.",
                "too_common",
            )

    def get_help_text(self) -> str:
        return "Neem geen woord dat iedereen probeert, zoals ‘welkom’ met een jaartal."


def _is_guessed(password: str) -> bool:
    """Whether nothing is left but first guesses once digits and marks are gone."""
    words = re.findall(r"[^\W\d_]+", password)
    return bool(words) and all(_is_made_of_guesses(word) for word in words)


def _is_made_of_guesses(word: str) -> bool:
    """Whether the word can be cut into first guesses, or repeats a letter or two."""
    if len(set(word)) <= 2:
        return True
    reached = {0}
    for end in range(1, len(word) + 1):
        if any(word[start:end] in _FIRST_GUESSES for start in reached):
            reached.add(end)
    return len(word) in reached
