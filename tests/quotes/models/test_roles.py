import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission

from quotes.models.roles import ROLES, grant, permissions

pytestmark = pytest.mark.django_db


def granted(role: str) -> set[str]:
    group = Group.objects.get(name=role)
    return set(group.permissions.filter(content_type__app_label="quotes").values_list("codename", flat=True))


@pytest.mark.parametrize("role", ROLES)
def test_grant_gives_the_groups_what_is_declared(role):
    grant(apps)  # a test with transactions of its own may have emptied the tables

    assert granted(role) == permissions(role)


def test_grant_makes_no_permission_that_django_does_not_know():
    known = set(
        Permission.objects.filter(content_type__app_label="quotes").values_list("codename", flat=True)
    )

    assert permissions("admin") - known == set()


def test_permissions_grow_from_role_to_role():
    sizes = [len(permissions(role)) for role in ROLES]

    assert sizes == sorted(set(sizes))
