"""The models of sessions: organisations, speakers, sessions, write-ups, quotes, questions."""

from sessions.models.organisation import Organisation
from sessions.models.quote import Question, Quote
from sessions.models.redirect import Redirect
from sessions.models.session import Series, Session
from sessions.models.speaker import Appearance, Speaker
from sessions.models.writeup import WriteUp

__all__ = [
    "Appearance",
    "Organisation",
    "Question",
    "Quote",
    "Redirect",
    "Series",
    "Session",
    "Speaker",
    "WriteUp",
]
