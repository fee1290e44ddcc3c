"""The WSGI application that the server loads."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "innovkb.settings")

application = get_wsgi_application()

# Models can be imported only now.
from innovkb.search.ask.engine import warm_up  # noqa: E402

warm_up()
