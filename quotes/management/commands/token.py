"""Make, list and revoke the tokens that programs log in to the API with."""

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from quotes.models import Token
from quotes.services import tokens
from quotes.services.errors import Refused


class Command(BaseCommand):
    """`manage.py token create USER --name NAME --scope read… | list [USER] | revoke ID`."""

    help = (
        "Make, list and revoke tokens for the API. A new token's secret is printed once, on standard output."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare what can be done with tokens."""
        does = parser.add_subparsers(dest="do", required=True)
        create = does.add_parser("create", help="make a token and print its secret, once")
        create.add_argument("user", help="whose token it is: the user name")
        create.add_argument("--name", required=True, help="what it is for")
        create.add_argument(
            *("--scope", "-s"),
            dest="scopes",
            action="append",
            required=True,
            choices=Token.Scope.values,
            help="what it opens; repeat for several",
        )
        create.add_argument("--days", type=int, default=90, help="how long it lasts (90)")
        listed = does.add_parser("list", help="list tokens, the newest first")
        listed.add_argument("user", nargs="?", help="only this user's")
        does.add_parser("revoke", help="end a token now").add_argument("id", help="as `list` prints it")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Do it; end with one sentence where it cannot be done."""
        {"create": self._create, "list": self._list, "revoke": self._revoke}[options["do"]](options)

    def _create(self, options: dict[str, Any]) -> None:
        given = {name: options[name] for name in ("name", "scopes", "days")}
        try:
            token, secret = tokens.create(by=None, user=_user(options["user"]), **given)
        except Refused as refused:
            raise CommandError(refused.message) from refused
        self.stderr.write(
            f"Token {token.public_id} of {token.user}, scopes {', '.join(token.scopes)}, until"
            f" {token.expires_at:%Y-%m-%d}. Keep the secret: it is not shown again."
        )
        self.stdout.write(secret)

    def _list(self, options: dict[str, Any]) -> None:
        rows = Token.objects.select_related("user")
        if options["user"]:
            rows = rows.filter(user=_user(options["user"]))
        for token in rows.iterator():
            used = f"{token.last_used_at:%Y-%m-%d %H:%M}" if token.last_used_at else "never"
            scopes, hint = ",".join(token.scopes), f"{token.hint}…"
            line = (token.public_id, token.user, hint, scopes, token.state, f"used {used}", token.name)
            self.stdout.write("\t".join(str(part) for part in line))

    def _revoke(self, options: dict[str, Any]) -> None:
        try:
            token = Token.objects.get(public_id=options["id"])
        except (Token.DoesNotExist, ValidationError):
            raise CommandError(
                f"There is no token {options['id']}: `manage.py token list` shows their ids."
            ) from None
        tokens.revoke(token=token)
        self.stderr.write(f"Revoked: {token}.")


def _user(name: str) -> Any:
    model = get_user_model()
    try:
        return model._default_manager.get(**{model.USERNAME_FIELD: name})
    except model.DoesNotExist:
        raise CommandError(
            f"There is no user “{name}”: make one in the admin, or with createsuperuser."
        ) from None
