"""The index follows every change, in its transaction, and shows nothing that is not public."""

from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from innovkb.search.ask.engine import search
from innovkb.search.index.documents import documents
from innovkb.search.index.indexing import drift, needs_rebuild, rebuild
from innovkb.search.index.tracking import collected
from innovkb.search.index.weighting import fingerprint
from innovkb.search.models import SearchEntry, SearchPosting, SearchState
from sessions.models import Quote, WriteUp

pytestmark = pytest.mark.django_db


def found(query: str) -> list[str]:
    return [hit.entry.heading for hit in search(query).hits]


def assert_in_step() -> None:
    assert list(drift(documents())) == []


def test_a_new_quote_is_found_at_once(make: Any) -> None:
    make.quote(text="Zonder wrijving geen glans.", title="Wrijving")
    assert found("glans") == ["Wrijving"]
    assert_in_step()


def test_a_changed_quote_is_found_by_its_new_words_only(make: Any) -> None:
    quote = make.quote(text="Zonder wrijving geen glans.", title="Wrijving")
    quote.text = quote.excerpt = "Zonder oefening geen kunst."
    quote.save()
    assert found("glans") == []
    assert found("kunst") == ["Wrijving"]
    assert_in_step()


def test_a_deleted_quote_leaves_nothing_behind(make: Any) -> None:
    quote = make.quote(text="Zonder wrijving geen glans.")
    write_up = quote.write_up
    quote.delete()
    write_up.delete()
    assert found("glans") == []
    assert SearchPosting.objects.filter(term="glans").exists() is False
    assert_in_step()


def test_unpublishing_a_write_up_takes_all_its_items_out(make: Any) -> None:
    write_up = make.write_up(body="Het geheime woord is zonnebloem, zegt iedereen hier vandaag.")
    speaker = make.speaker("Zonnebloem Jansen")
    make.quote(write_up=write_up, text="Zonnebloem boven alles.", speaker=speaker)
    make.tip(write_up=write_up, title="Plant een zonnebloem")
    assert search("zonnebloem").total == 4
    write_up.status = "draft"
    write_up.save()
    assert search("zonnebloem").total == 0
    assert SearchEntry.objects.filter(body__icontains="zonnebloem").count() == 0
    write_up.status = "published"
    write_up.save()
    assert search("zonnebloem").total == 4
    assert_in_step()


def test_a_scheduled_write_up_is_found_when_its_time_has_come(make: Any) -> None:
    write_up = make.write_up(title="Over zonnebloemen")
    WriteUp.objects.filter(pk=write_up.pk).update(publish_at=timezone.now() + timedelta(hours=1))
    write_up.refresh_from_db()
    write_up.save()
    assert search("zonnebloemen").total == 0
    past = timezone.now() - timedelta(minutes=1)
    behind: QuerySet[WriteUp] = QuerySet(WriteUp)
    behind.filter(pk=write_up.pk).update(publish_at=past)
    SearchState.objects.update(due=past)
    search("zonnebloemen")  # notices, and doesn't wait for the index
    assert found("zonnebloemen") == ["Over zonnebloemen"]
    assert SearchState.objects.get().due is None


def test_a_renamed_speaker_is_found_by_the_new_name_with_all_quotes(make: Any) -> None:
    speaker = make.speaker("Mien Dobbelsteen")
    make.quote(text="Gewoon beginnen.", title="Gewoon beginnen", speaker=speaker)
    speaker.name = "Mien Kegelbaan"
    speaker.save()
    assert found("dobbelsteen") == []
    assert sorted(found("kegelbaan")) == ["Gewoon beginnen", "Mien Kegelbaan"]
    assert_in_step()


def test_a_theme_given_to_a_tip_is_a_facet_of_it_and_taken_away_is_not(make: Any) -> None:
    tip, theme = make.tip(title="Koester kabouters"), make.theme("Tuinieren")
    tip.themes.add(theme)
    facet = search("kabouters").facets["theme"]
    assert [(value.value, value.count) for value in facet] == [("tuinieren", 1)]
    tip.themes.remove(theme)
    assert search("kabouters").facets["theme"] == []
    tip.themes.set([theme])
    tip.themes.clear()
    assert search("kabouters").facets["theme"] == []
    assert_in_step()


def test_a_rolled_back_change_leaves_the_index_as_it_was(make: Any) -> None:
    quote = make.quote(text="Zonder wrijving geen glans.", title="Wrijving")

    class CancelledError(Exception):
        pass

    with pytest.raises(CancelledError), transaction.atomic():
        quote.text = "Zonder oefening geen kunst."
        quote.save()
        raise CancelledError
    assert found("glans") == ["Wrijving"]
    assert found("kunst") == []
    assert_in_step()


def test_many_changes_together_are_written_once(make: Any) -> None:
    with collected():
        speaker = make.speaker("Mien Kegelbaan")
        quote = make.quote(text="Gewoon beginnen.", speaker=speaker)
        quote.themes.add(make.theme("Tuinieren"))
        assert SearchEntry.objects.count() == 0
    assert search("kegelbaan").total == 2
    assert_in_step()


def test_check_search_finds_what_was_changed_behind_the_index(make: Any) -> None:
    quote = make.quote(text="Zonder wrijving geen glans.")
    unnoticed: QuerySet[Quote] = QuerySet(Quote).filter(pk=quote.pk)
    unnoticed.update(text="Zonder oefening geen kunst.")
    out = StringIO()
    with pytest.raises(SystemExit) as stop:
        call_command("check_search", stdout=out)
    assert stop.value.code == 1
    assert f"out of date: quote {quote.get_absolute_url()}" in out.getvalue()
    call_command("rebuild_search", stdout=StringIO())
    out = StringIO()
    call_command("check_search", stdout=out)
    assert out.getvalue() == "The search index agrees with the site.\n"


def test_a_rebuild_gives_the_same_results_as_writing_step_by_step(content: None) -> None:
    queries = ("ruimte", "portomonee", "gevoel van urgentie", "citaten van jeff gaspersz")
    before = [[hit.url for hit in search(query, limit=10).hits] for query in queries]
    call_command("rebuild_search", stdout=StringIO())
    assert_in_step()
    after = [[hit.url for hit in search(query, limit=10).hits] for query in queries]
    # Average lengths are measured anew, so near ties may swap; the best stays the best.
    assert [urls[0] for urls in before] == [urls[0] for urls in after]
    assert [len(urls) for urls in before] == [len(urls) for urls in after]


def test_a_rebuild_that_is_undone_leaves_an_index_that_can_grow(content: None, make: Any) -> None:
    with transaction.atomic():
        rebuild(documents=list, due=None, progress=lambda number: None)
        transaction.set_rollback(True)
    make.theme("Zandbakken")
    assert_in_step()
    assert "Zandbakken" in found("zandbakken")


def test_a_rebuild_is_only_done_when_needed(make: Any) -> None:
    make.quote(text="Zonder wrijving geen glans.")
    call_command("rebuild_search", stdout=StringIO())
    version = SearchState.objects.get().version
    call_command("rebuild_search", "--if-needed", stdout=StringIO())
    assert SearchState.objects.get().version == version
    SearchState.objects.update(analyser="an older one")
    call_command("rebuild_search", "--if-needed", stdout=StringIO())
    assert SearchState.objects.get().version != version


def test_texts_of_another_length_than_the_index_was_written_for_need_a_rebuild(make: Any) -> None:
    made = make.quote(text="Zonder wrijving geen glans.")
    call_command("rebuild_search", stdout=StringIO())
    assert not needs_rebuild()
    made.text = "Zonder wrijving geen glans. " * 10
    made.save()
    assert needs_rebuild()
    call_command("rebuild_search", "--if-needed", stdout=StringIO())
    assert not needs_rebuild()


def test_a_site_that_was_set_up_weighs_words_as_one_whose_index_was_written_anew(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    call_command("set_up", stdout=StringIO())
    averages = SearchState.objects.get().averages
    call_command("rebuild_search", stdout=StringIO())
    assert SearchState.objects.get().averages == averages


def test_every_line_of_a_body_is_found_however_short(make: Any) -> None:
    body = (
        "Boem!\n\n- Kort\n  - Genest onder kort\n\nEen alinea die lang genoeg is om alleen te staan"
    )
    make.write_up(title="Over stilte", body=f"## Eén\n\n{body}\n\n## Twee\n\nPatsboem.")
    for query in ("boem", "kort", "genest", "alinea", "patsboem"):
        assert found(query) == ["Over stilte"], query
    passages = SearchEntry.objects.filter(passage__gt=0).order_by("passage")
    assert list(passages.values_list("title", "body")) == [
        ("Eén", "Boem! Kort Genest onder kort Een alinea die lang genoeg is om alleen te staan"),
        ("Twee", "Patsboem."),
    ]
    assert passages[0].url.endswith("#kop-een:~:text=Boem%21")
    assert_in_step()


def test_the_index_knows_when_the_analysis_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    original = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda self: read.append(self.name) or original(self))
    fingerprint()
    assert {"weighting.py", "stemming.py", "lexicon.z"} <= set(read)
