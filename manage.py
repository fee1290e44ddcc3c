#!/usr/bin/env python
"""Runs Django's commands for this project."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "innovkb.settings")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:  # one sentence says what to change
        sys.exit(f"The settings are not right: {error}")
