"""The shape of the code: who may import whom, how long things may be, rules that have one place."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from django.core.management import call_command
from django.template.loader import get_template

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("innovkb", "sessions", "practices")
LONGEST_FILE = 300
LONGEST_FUNCTION = 40

LAYERS: list[tuple[str, int]] = [
    (r"innovkb\.lib(\.|$)", 1),
    (r"innovkb\.passages\.item_marks$", 7),
    (r"innovkb\.passages(\.|$)", 1),
    (r"(innovkb|sessions|practices)(\.\w+)*\.(views|urls|admin)(\.|$)", 7),
    (r"sessions(\.|$)", 2),
    (r"practices(\.|$)", 3),
    (r"innovkb\.kinds$", 4),
    (r"innovkb\.search(\.|$)", 5),
    (r"innovkb\.open_data\.sitemaps$", 7),
    (r"innovkb\.(ingest|open_data)(\.|$)", 6),
    (r"innovkb(\.|$)", 7),
]
"""What a module is, by the first pattern that matches, and its place in the order of imports.

Two modules of one layer may import each other only within their own package, except in the last
layer: pages, admin and addresses know everything. The leaves, in the first, may know each other.
"""


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def source_files(*, migrations: bool = False) -> list[Path]:
    return [
        path
        for package in PACKAGES
        for path in sorted((ROOT / package).rglob("*.py"))
        if migrations or "migrations" not in path.parts
    ]


def layer(module: str) -> int:
    return next(number for pattern, number in LAYERS if re.match(pattern, module))


def unit(module: str) -> str:
    """The package whose modules may import each other: innovkb.open_data.api, sessions."""
    parts = module.split(".")
    return ".".join(parts[:2]) if parts[0] == "innovkb" else parts[0]


def imports(path: Path) -> Iterator[str]:
    """Every module of ours that the file imports, wherever in it the import stands."""
    package = module_name(path).split(".")
    if path.name != "__init__.py":
        package = package[:-1]
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            names = [
                f"{base}.{alias.name}" if _is_module(f"{base}.{alias.name}") else base
                for alias in node.names
            ]
        else:
            continue
        yield from (name for name in names if name.split(".")[0] in PACKAGES)


def _is_module(name: str) -> bool:
    path = ROOT.joinpath(*name.split("."))
    return path.with_suffix(".py").exists() or (path / "__init__.py").exists()


def may_import(importer: str, imported: str) -> bool:
    left, right = layer(imported), layer(importer)
    return left < right or left == right in {1, 7} or unit(importer) == unit(imported)


@pytest.mark.parametrize(
    ("importer", "imported", "allowed"),
    [
        ("innovkb.lib.text", "innovkb.lib.dates", True),
        ("innovkb.lib.text", "sessions.models", False),
        ("innovkb.lib.admin", "sessions.models", False),
        ("sessions.models.quote", "innovkb.lib.text", True),
        ("sessions.excerpts", "practices.models", False),
        ("sessions.models", "innovkb.kinds", False),
        ("sessions.admin.write_ups", "practices.admin.inlines", True),
        ("sessions.views.quotes", "innovkb.kinds", True),
        ("practices.merging", "sessions.redirects", True),
        ("innovkb.kinds", "innovkb.search.ask.engine", False),
        ("innovkb.search.ask.engine", "innovkb.kinds", True),
        ("innovkb.search.ask.engine", "innovkb.ingest.models", False),
        ("innovkb.search.ask.engine", "innovkb.search.pages.views", True),
        ("innovkb.open_data.feeds", "innovkb.frame.pages", False),
        ("innovkb.open_data.api.views", "innovkb.search.ask.engine", True),
    ],
)
def test_the_order_of_imports_is_what_the_design_says(
    importer: str, imported: str, allowed: bool
) -> None:
    assert may_import(importer, imported) is allowed


def test_imports_go_from_right_to_left_only() -> None:
    wrong = {
        f"{module_name(path)} imports {imported}"
        for path in source_files()
        for imported in imports(path)
        if not may_import(module_name(path), imported)
    }
    assert wrong == set()


def test_the_picture_in_the_documentation_is_the_code() -> None:
    """Every room stands in the picture of docs/architecture.md, at its height."""
    text = (ROOT / "docs" / "architecture.md").read_text()
    picture = text.partition("```\n")[2].partition("```")[0]
    height, drawn = 0, {}
    for line in picture.splitlines():
        height = int(line[0]) if line[:1].isdigit() else height
        drawn |= dict.fromkeys(re.findall(r"innovkb\.\w+|practices|sessions", line), height)
    rooms = [
        "sessions",
        "practices",
        "innovkb.kinds",
        *(
            f"innovkb.{path.name}"
            for path in (ROOT / "innovkb").iterdir()
            if (path / "__init__.py").exists() and path.name != "migrations"
        ),
    ]
    assert drawn == {room: layer(room) for room in rooms}
    assert [room for room in rooms if f"`{room.replace('.', '/')}" not in text] == [
        room for room in rooms if room in {"innovkb.templatetags", "innovkb.management"}
    ]


def test_no_two_classes_have_one_name() -> None:
    """What Django asks for by name, and what a module keeps to itself, aside."""
    places: dict[str, list[str]] = {}
    for path in source_files():
        for node in ast.parse(path.read_text()).body:
            if isinstance(node, ast.ClassDef) and node.name != "Command" and node.name[0] != "_":
                places.setdefault(node.name, []).append(str(path.relative_to(ROOT)))
    assert {name: paths for name, paths in places.items() if len(paths) > 1} == {}


def test_no_file_is_too_long() -> None:
    tests = sorted((ROOT / "tests").rglob("*.py"))
    too_long = {
        str(path.relative_to(ROOT)): length
        for path in [*source_files(), *tests]
        if (length := len(path.read_text().splitlines())) > LONGEST_FILE
    }
    assert too_long == {}


def test_no_function_is_too_long() -> None:
    too_long = {
        f"{module_name(path)}.{node.name}": length
        for path in source_files()
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := _body_length(node)) > LONGEST_FUNCTION
    }
    assert too_long == {}


def _body_length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from the name to the end, without the docstring."""
    docstring = node.body[0] if ast.get_docstring(node) else None
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    if docstring is not None:
        lines -= (docstring.end_lineno or docstring.lineno) - docstring.lineno + 1
    return lines


def test_what_is_public_is_decided_in_one_place() -> None:
    """No query but that of lib/publishing, and the constraint of the model, looks at the status."""
    looking = {
        str(path.relative_to(ROOT))
        for path in source_files()
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call)
        and getattr(node.func, "attr", getattr(node.func, "id", "")) in {
            "Q", "When", "exclude", "filter", "get", "get_or_create",
        }
        and any(re.search(r"(^|__)status(__|$)", keyword.arg or "") for keyword in node.keywords)
    }  # fmt: skip
    assert looking <= {"sessions/models/writeup.py"}
    templates = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "templates").rglob("*.html")
        if re.search(r"\.status\b", path.read_text())
        and {"ingest", "admin"}.isdisjoint(path.parts)  # those pages are for editors
    ]
    assert templates == []


def test_every_template_can_be_read() -> None:
    folder = ROOT / "templates"
    for path in folder.rglob("*.*"):
        get_template(str(path.relative_to(folder)))


def test_no_template_holds_a_style_or_a_script() -> None:
    """The Content-Security-Policy would refuse them."""
    inline = re.compile(r"<style|\sstyle=|\son[a-z]+=\"|javascript:|<script(?![^>]*\bsrc=)")
    wrong = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "templates").rglob("*.html")
        if inline.search(path.read_text())
    ]
    assert wrong == []


@pytest.mark.django_db
def test_the_migrations_are_up_to_date() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_no_test_folder_shadows_an_app() -> None:
    assert list((ROOT / "tests").rglob("__init__.py")) == []


def test_fixtures_name_rows_by_their_natural_keys() -> None:
    numbered = [
        f"{path.name}: record {number}"
        for path in sorted((ROOT / "fixtures").glob("*.yaml"))
        for number, record in enumerate(yaml.load(path.read_text(), yaml.CSafeLoader), start=1)
        if "pk" in record or set(record) != {"model", "fields"}
    ]
    assert numbered == []


def test_the_project_names_no_machine() -> None:
    """No folder or index of the machine it was made on stands in what is published."""
    paths = re.compile(r"(?<![\w.~-])/(work|root|home|tmp)/[\w.]")
    files = [*source_files(migrations=True), ROOT / "Makefile", ROOT / "pyproject.toml"]
    files += [*ROOT.glob("*.md"), *ROOT.glob("requirements*.txt")]
    assert [path.name for path in files if paths.search(path.read_text())] == []
    for name in ("requirements.txt", "requirements-test.txt"):
        text = (ROOT / name).read_text()
        assert "index-url" not in text
        assert "--hash=sha256:" in text
