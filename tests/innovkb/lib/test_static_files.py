"""What is sent of a style sheet and a script: all that a browser reads, and nothing else."""

import re

from innovkb.lib.static_files import lean
from tests.conftest import ROOT

CSS = """/* Why. */
a {
  color: red; /* here */
  background: url("x.png");
}
"""
JS = """// Why.
const address = "https://x";
  // And here.
  run(`one ${two}`); // stays
"""


def test_a_style_sheet_loses_its_comments_and_indentation_and_keeps_the_rest() -> None:
    assert lean("css/a.css", CSS) == 'a {\ncolor: red;\nbackground: url("x.png");\n}\n'


def test_a_script_loses_comment_lines_and_indentation_and_keeps_the_rest() -> None:
    assert lean("js/a.js", JS) == 'const address = "https://x";\nrun(`one ${two}`); // stays\n'


def test_no_script_of_ours_has_a_text_over_several_lines_in_which_a_space_would_count() -> None:
    for path in (ROOT / "static" / "js").glob("*.js"):
        assert re.findall(r"^(?:[^`\n]*`[^`\n]*`)*[^`\n]*`[^`\n]*$", path.read_text(), re.M) == []
