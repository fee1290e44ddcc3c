import string

from hypothesis import given, settings
from hypothesis import strategies as st

from innovkb.search.analysis import (
    Vocabulary,
    analyse,
    correct,
    fold,
    index_terms,
    query_words,
    tokenize,
)

WORDS = """
risico's I&W 2.0 20% 5-7 co-creatie café innovatiebudgetten wet- de ruimte 😀 ﬁnanciën İstanbul ½ ﷽
65+ d.w.z. A/B-test jan@minienw.nl x:y * ß ĳ １２ 's ’
""".split()
INVISIBLE = ["e\u0301e\u0301n", "\0", "\u202eabc", "a\u00adb", "\ud800"]
DUTCH = st.lists(st.sampled_from(WORDS + INVISIBLE)).map(" ".join)
TEXT = st.one_of(st.text(), DUTCH, st.text(alphabet=string.ascii_letters + "éëï’'-.&%/+@0123 "))


@given(TEXT)
def test_offsets_slice_to_the_surface(text: str) -> None:
    for token in tokenize(text):
        assert text[token.start : token.end] == token.surface


@given(TEXT)
def test_tokens_stand_in_order_and_do_not_overlap(text: str) -> None:
    ends = 0
    for token in tokenize(text):
        assert ends <= token.start < token.end
        ends = token.end


@given(TEXT)
def test_spans_lie_within_their_token(text: str) -> None:
    for analysed in analyse(text):
        for _, start, end in analysed.spans():
            assert analysed.token.start <= start <= end <= analysed.token.end


@given(TEXT)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TEXT)
def test_folded_words_hold_no_white_space_and_no_control(text: str) -> None:
    for token in tokenize(text):
        assert token.folded != ""
        assert token.folded.isprintable()
        assert not any(char.isspace() for char in token.folded)


@given(TEXT)
def test_terms_are_never_empty_and_never_long(text: str) -> None:
    terms = index_terms(text)
    for term in (*terms.main, *terms.extra):
        assert 0 < len(term) <= 100
        assert "'" not in term
        assert " " not in term


@given(TEXT)
def test_each_token_has_one_main_term(text: str) -> None:
    assert len(index_terms(text).main) == len(tokenize(text))


@given(TEXT)
def test_a_query_finds_the_document_of_the_same_text(text: str) -> None:
    terms = index_terms(text)
    found = {*terms.main, *terms.extra}
    for word in query_words(text):
        assert word.alternatives[0].terms[0] in found
        for single in word.fallback:
            assert set(single.terms) <= found


@given(st.text(max_size=60))
@settings(max_examples=50)
def test_correcting_never_raises_and_gives_a_word_of_the_corpus(text: str) -> None:
    vocabulary = Vocabulary({"portemonnee": 2, "ruimte": 5, "leiderschap": 3})
    for token in tokenize(text):
        found = correct(token.folded, vocabulary)
        assert found is None or found.typed == token.folded


def test_long_input_is_analysed() -> None:
    for text in (
        "a" * 10_000,
        "a." * 5_000,
        "a&" * 5_000,
        "1-" * 5_000,
        "innovatie" * 1_000,
        "'" * 9_999,
    ):
        assert index_terms(text).main is not None
