"""The composition root as an application, so that `manage.py dev` is found, and the admin with the desk."""

from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps  # as a module: what is named here Django takes for ours


class TrackerConfig(AppConfig):
    """Name the root for Django; it has no models."""

    name = "tracker"
    default = True


class DeskConfig(admin_apps.AdminConfig):
    """Django's admin, its site the one with the desk."""

    default_site = "tracker.site.DeskSite"
    default = False
