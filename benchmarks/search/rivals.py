"""Other ways to search the same documents, to compare with."""

import re
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import psycopg
import tantivy

from innovkb.search.analysis.stopwords import STOP_WORDS

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Text:
    """A document as the rivals see it: a page or a passage, with the address of its page."""

    url: str
    title: str
    body: str
    context: str


Search = Callable[[str, int], list[int]]
"""The numbers of the documents that a query finds, best first; at most so many."""


def icontains(texts: Sequence[Text]) -> Search:
    """Every word somewhere in the text; those with most of them in the title first."""
    whole = ["\n".join((t.title, t.body, t.context)).lower() for t in texts]
    titles = [t.title.lower() for t in texts]

    def search(query: str, limit: int) -> list[int]:
        words = _WORD.findall(query.lower())
        found = [n for n, text in enumerate(whole) if words and all(w in text for w in words)]
        found.sort(key=lambda n: -sum(word in titles[n] for word in words))
        return found[:limit]

    return search


def fts5(texts: Sequence[Text]) -> Search:
    """SQLite's FTS5 with `unicode61`: any word that is no stop word, ranked by bm25."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE t USING fts5(title, body, context)")
    rows = ((n, t.title, t.body, t.context) for n, t in enumerate(texts))
    database.executemany("INSERT INTO t(rowid, title, body, context) VALUES (?, ?, ?, ?)", rows)

    def search(query: str, limit: int) -> list[int]:
        words = _WORD.findall(query.lower())
        wanted = [word for word in words if word not in STOP_WORDS] or words
        if not wanted:
            return []
        match = " OR ".join(f'"{word}"' for word in wanted)
        found = database.execute(
            "SELECT rowid FROM t WHERE t MATCH ? ORDER BY bm25(t, 3, 2, 1) LIMIT ?", (match, limit)
        )
        return [int(number) for (number,) in found]

    return search


def postgresql(texts: Sequence[Text], address: str) -> Search:
    """PostgreSQL's `dutch` configuration: `websearch_to_tsquery` ranked by `ts_rank`."""
    connection = psycopg.connect(address, autocommit=True)
    connection.execute("CREATE TABLE rival (id integer PRIMARY KEY, vector tsvector)")
    with (
        connection.cursor() as cursor,
        cursor.copy("COPY rival (id, vector) FROM STDIN") as copy,
        psycopg.connect(address, autocommit=True) as other,
    ):
        for number, text in enumerate(texts):
            row = other.execute(
                "SELECT setweight(to_tsvector('dutch', %s), 'A')"
                " || setweight(to_tsvector('dutch', %s), 'B')"
                " || setweight(to_tsvector('dutch', %s), 'C')",
                (text.title, text.body, text.context),
            ).fetchone()
            assert row is not None
            copy.write_row((number, row[0]))
    connection.execute("CREATE INDEX ON rival USING gin (vector)")
    connection.execute("ANALYZE rival")

    def search(query: str, limit: int) -> list[int]:
        found = connection.execute(
            "SELECT id FROM rival, websearch_to_tsquery('dutch', %(query)s) AS q"
            " WHERE vector @@ q ORDER BY ts_rank(vector, q) DESC, id LIMIT %(limit)s",
            {"query": query.replace("\0", ""), "limit": limit},
        )
        return [int(number) for (number,) in found]

    return search


def tantivy_dutch(texts: Sequence[Text], folder: str | None = None) -> Search:
    """tantivy with its Dutch stop words and stemmer: any word, ranked by BM25."""
    analyzer = (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        .filter(tantivy.Filter.lowercase())
        .filter(tantivy.Filter.stopword("dutch"))
        .filter(tantivy.Filter.stemmer("dutch"))
        .build()
    )
    builder = tantivy.SchemaBuilder().add_integer_field("number", stored=True)
    for name in ("title", "body", "context"):
        builder.add_text_field(name, tokenizer_name="dutch")
    index = tantivy.Index(builder.build(), path=folder)
    index.register_tokenizer("dutch", analyzer)
    writer = index.writer()
    for number, text in enumerate(texts):
        writer.add_document(
            tantivy.Document(number=number, title=text.title, body=text.body, context=text.context)
        )
    writer.commit()
    index.reload()
    searcher = index.searcher()
    boosts = {"title": 3.0, "body": 2.0, "context": 1.0}

    def search(query: str, limit: int) -> list[int]:
        parsed, _ = index.parse_query_lenient(query, list(boosts), field_boosts=boosts)
        hits = searcher.search(parsed, limit).hits
        return [int(searcher.doc(address)["number"][0]) for _, address in hits]

    return search


def postgresql_megabytes(address: str) -> float:
    """The size of PostgreSQL's own index, its table of vectors included."""
    with psycopg.connect(address) as connection:
        row = connection.execute("SELECT pg_total_relation_size('rival') / 1e6").fetchone()
        assert row is not None
        return float(row[0])
