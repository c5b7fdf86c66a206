"""Roles: what a reader, a contributor, an editor and an admin may do, declared here and nowhere else.

Each role is a Django group of that name, made and kept by migrations; each may all that those before it may.
A change here needs a migration that calls `grant`.
"""

from typing import Any, Final

READER: Final = "reader"
CONTRIBUTOR: Final = "contributor"
EDITOR: Final = "editor"
ADMIN: Final = "admin"

_REGISTER = ("article", "revision", "appearance", "hop", "quote", "match", "copy", "source", "alias")
_CLAIMS = ("claim", "stance", "review")
# role: what it may beyond the roles before it, as codenames of permissions on the domain's models
_ADDED: dict[str, tuple[str, ...]] = {
    READER: tuple(f"view_{model}" for model in (*_REGISTER, *_CLAIMS)),
    CONTRIBUTOR: ("add_article",),
    EDITOR: (
        *(f"change_{model}" for model in ("article", "appearance", "hop", "quote", "match", "copy")),
        *(f"{verb}_flag" for verb in ("view", "add", "change")),
        "view_act",
        *(f"{verb}_{model}" for model in ("source", "alias", *_CLAIMS) for verb in ("add", "change")),
        "delete_alias",
        "delete_stance",
    ),
    ADMIN: ("view_job", "change_job", "view_token", "add_token", "change_token"),
}
ROLES: Final = tuple(_ADDED)


def permissions(role: str) -> frozenset[str]:
    """Return the codenames of all that a role may do."""
    upto = ROLES[: ROLES.index(role) + 1]
    return frozenset(codename for each in upto for codename in _ADDED[each])


def grant(apps: Any) -> None:
    """Make the groups, or bring them in line with the declaration; for migrations, with their `apps`.

    Makes the permissions it needs, which Django itself makes only after the last migration. Those on
    models that come later are left to the migration that brings them.
    """
    types = apps.get_model("contenttypes", "ContentType").objects
    permission, group = (apps.get_model("auth", name).objects for name in ("Permission", "Group"))
    models = {model._meta.model_name for model in apps.get_app_config("quotes").get_models()}
    for role in ROLES:
        granted = []
        for codename in sorted(permissions(role)):
            verb, _, model = codename.partition("_")
            if model in models:
                kind, _ = types.get_or_create(app_label="quotes", model=model)
                named = {"name": f"Can {verb} {model}"}
                granted.append(
                    permission.get_or_create(content_type=kind, codename=codename, defaults=named)[0]
                )
        group.get_or_create(name=role)[0].permissions.set(granted)


def withdraw(apps: Any) -> None:
    """Delete the groups; undoes `grant`."""
    apps.get_model("auth", "Group").objects.filter(name__in=ROLES).delete()
