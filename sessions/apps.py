from django.apps import AppConfig


class SessionsConfig(AppConfig):
    """The label is not ``sessions``: django.contrib.sessions owns that one."""

    name = "sessions"
    label = "innovation_sessions"
    verbose_name = "Sessies en verslagen"

    def ready(self) -> None:
        from sessions import redirects

        redirects.connect()
