"""The rooms of the recogniser import one way: text, names, speech, items, meeting."""

from tests.test_architecture import imports, module_name, source_files

PACKAGE = "innovkb.ingest.recognise"
ROOMS = ("text", "names", "speech", "items", "meeting")


def room(module: str) -> int | None:
    """The place of a module's room in the order, or None where it stands outside the rooms."""
    parts = module.removeprefix(f"{PACKAGE}.").split(".")
    return ROOMS.index(parts[0]) if module.startswith(PACKAGE) and parts[0] in ROOMS else None


def test_a_room_knows_only_the_rooms_before_it() -> None:
    found = {
        (module_name(path), imported)
        for path in source_files()
        for imported in imports(path)
        if (here := room(module_name(path))) is not None
        if (there := room(imported)) is not None and there > here
    }
    assert found == set()


def test_the_recogniser_knows_no_database() -> None:
    outside = {
        imported
        for path in source_files()
        if module_name(path).startswith(PACKAGE)
        for imported in imports(path)
        if not imported.startswith((PACKAGE, "innovkb.search.analysis", "innovkb.lib"))
    }
    assert outside == set()
