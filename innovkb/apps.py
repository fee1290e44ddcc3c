from django.apps import AppConfig


class InnovkbConfig(AppConfig):
    name = "innovkb"
    verbose_name = "Kennisbank"

    def ready(self) -> None:
        from django.contrib import admin

        from innovkb import checks  # noqa: F401
        from innovkb.accounts import audit
        from innovkb.accounts.forms import LoginForm
        from innovkb.ingest.apply import holding
        from innovkb.lib import cleaning
        from innovkb.search.index import tracking

        admin.site.login_form = LoginForm
        audit.connect()
        cleaning.connect()
        holding.connect()
        tracking.connect()
