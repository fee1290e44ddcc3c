"""What editors do with an import: drafts, the review, and the screens under /redactie/."""
