"""Static files as they are sent: without what only those who write them need."""

import re
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_JS_COMMENT = re.compile(r"^\s*//.*$", re.M)
_INDENT = re.compile(r"\s*\n\s*")


def lean(name: str, text: str) -> str:
    """A style sheet or script of ours without comments on lines of their own and indentation.

    A stray space weighs little; a minifier that reads the language would be one more thing to
    keep, for a hundred bytes a page.
    """
    comment = _CSS_COMMENT if name.endswith(".css") else _JS_COMMENT
    text = comment.sub("", text)
    return _INDENT.sub("\n", text).strip() + "\n"


class LeanStaticFilesStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Collects our own style sheets and scripts lean; then hashes and compresses as ever."""

    def _save(self, name: str, content: Any) -> str:
        if name.startswith(("css/", "js/")) and name.endswith((".css", ".js")):
            text = b"".join(content.chunks()).decode()
            content = ContentFile(lean(name, text).encode())
        saved: str = super()._save(name, content)
        return saved
