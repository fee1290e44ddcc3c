"""What the names of people hold besides first names and surnames: particles and titles."""

from __future__ import annotations

_ARTICLES = frozenset(
    "de den der des het 't ’t 's ’s ten ter te la le les el al du da das dos di del della d'"
    " l'".split()
)
"""Particles that are articles, alone or drawn together with a preposition."""
_PREPOSITIONS = frozenset(
    "van vande vanden vander von zu zum zur in op uit aan onder voor over bij tot".split()
)
PATRONYMIC = frozenset("bin ben ibn".split())
"""Particles between two names; at the head of a name they are a first name (Ben)."""
PARTICLES = _ARTICLES | _PREPOSITIONS | PATRONYMIC | frozenset("y e".split())
"""Every particle of a surname in lower case; Dutch surnames are not sorted by them (NEN-ISO)."""
ARTICLES = _ARTICLES - {"te"}
BEGINNINGS = frozenset("abou abu al ait aït ben bou el ibn la le mac ould san".split())
"""Words with a capital with which a surname of several words begins: Aït Yahya, El Hassan."""
PLACING = frozenset("in op uit aan onder".split())
"""Particles that say where ("in 't Veld"); in a name an article follows them."""
MOSTLY_WORDS = frozenset("'s ’s voor over bij tot zum zur".split())
"""Particles that in running text hardly ever belong to the name before them."""
NOBLE = frozenset("baron barones graaf gravin jonkheer jonkvrouw ridder hertog prins".split())
"""Titles of nobility, which stand between first name and surname."""
TITLES = frozenset(
    "prof dr drs ir ing mr mevr mw dhr bc ds em hc professor doctor mevrouw meneer mijnheer heer"
    " dominee emeritus pater zuster tante oom".split()
)
"""Titles and forms of address before a name, in lower case and without a full stop."""
