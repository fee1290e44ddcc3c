"""Analysis of Dutch text: tokens, stems, compounds, spelling. Knows no Django and no database.

Documents, queries and highlighting all go through `analyse`, so that they meet.
"""

from innovkb.search.analysis.analyser import (
    AnalysedToken,
    IndexTerms,
    WordAnalysis,
    analyse,
    analyse_word,
    found_by,
    index_terms,
)
from innovkb.search.analysis.compounds import CompoundPart
from innovkb.search.analysis.folding import fold
from innovkb.search.analysis.queries import (
    BY_THESAURUS,
    Alternative,
    Match,
    QueryWord,
    alternative,
    query_words,
)
from innovkb.search.analysis.spelling import Respelling, Vocabulary, correct, is_known
from innovkb.search.analysis.tokens import Token, fold_term, tokenize

__all__ = [
    "BY_THESAURUS",
    "Alternative",
    "AnalysedToken",
    "CompoundPart",
    "IndexTerms",
    "Match",
    "QueryWord",
    "Respelling",
    "Token",
    "Vocabulary",
    "WordAnalysis",
    "alternative",
    "analyse",
    "analyse_word",
    "correct",
    "fold",
    "fold_term",
    "found_by",
    "index_terms",
    "is_known",
    "query_words",
    "tokenize",
]
