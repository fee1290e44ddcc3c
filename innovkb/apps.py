from django.apps import AppConfig


class InnovkbConfig(AppConfig):
    name = "innovkb"
    verbose_name = "Kennisbank"
