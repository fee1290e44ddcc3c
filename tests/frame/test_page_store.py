"""What a process keeps is bounded, and the least used goes first."""

from time import monotonic

from innovkb.frame.page_store import OVERHEAD, KeptPage, PageStore


def page(size: int) -> KeptPage:
    return KeptPage({"Content-Type": "text/html"}, b"x" * size, monotonic() + 60)


def test_what_is_kept_is_bounded_in_bytes_and_the_least_used_goes_first() -> None:
    store = PageStore(10 * (1_000 + OVERHEAD))
    for number in range(10):
        store.keep(str(number), page(1_000))
    store.get("0")
    store.keep("new", page(1_000))
    assert [store.get(key) is not None for key in ("0", "1", "2", "new")] == [
        True, False, True, True,
    ]  # fmt: skip
    assert store.size == store.most
    store.keep("0", page(500))
    assert store.size == store.most - 500
    store.keep("huge", page(store.most))
    assert (store.get("huge"), store.size) == (None, store.most - 500)


def test_a_page_is_not_kept_past_its_time() -> None:
    store = PageStore(100_000)
    store.keep("old", KeptPage({}, b"", monotonic() - 1))
    assert (store.get("old"), store.size) == (None, 0)
