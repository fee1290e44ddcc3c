"""The editors' screens under /redactie/."""
