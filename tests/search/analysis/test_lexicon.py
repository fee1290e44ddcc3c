from pathlib import Path

from innovkb.search.analysis.lexicon import Lexicon, LexiconEntry, encode, lexicon

ENTRIES = {
    "huis": LexiconEntry(50, "huis", is_dictionary=True),
    "huizen": LexiconEntry(48, "huis", is_dictionary=True),
    "liep": LexiconEntry(49, "loop", is_dictionary=True),
    "iske": LexiconEntry(27, "iske", is_dictionary=False),
    "ruimte": LexiconEntry(0, "ruimte", is_dictionary=True),
}


def test_a_table_gives_back_what_went_in(tmp_path: Path) -> None:
    table = tmp_path / "table.z"
    table.write_bytes(encode(ENTRIES, block_size=2))
    words = Lexicon.read(table)
    assert {word: words.get(word) for word in ENTRIES} == ENTRIES


def test_words_it_does_not_have_are_unknown(tmp_path: Path) -> None:
    table = tmp_path / "table.z"
    table.write_bytes(encode(ENTRIES, block_size=2))
    words = Lexicon.read(table)
    for word in ("", "aap", "huize", "huizenx", "zzz", "uis", "\t", "\n", "\0", "\ud800", "漢字"):
        assert word not in words


def test_frequent_typing_errors_are_not_in_the_lexicon() -> None:
    for word in ("portomonee", "portemonee", "inovatie", "burocratie", "samewerking"):
        assert word not in lexicon()


def test_common_words_are_more_frequent_than_rare_ones() -> None:
    common, rare = lexicon().get("ruimte"), lexicon().get("portemonnee")
    assert common is not None
    assert rare is not None
    assert common.frequency > rare.frequency > 0
