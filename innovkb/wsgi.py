"""The WSGI application that the server loads."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "innovkb.settings")
django.setup(set_prefix=False)

# Models can be imported only now.
from innovkb.frame.handler import Handler  # noqa: E402
from innovkb.search.ask.engine import warm_up  # noqa: E402

application = Handler()
warm_up()
