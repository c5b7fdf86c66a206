"""Known: what is known before a page is read, and every rule may need."""

from dataclasses import dataclass

from quotes.text.naming import name_key
from quotes.text.reading.agencies import agency_named, lone_agency, syndicate_named


@dataclass(frozen=True, slots=True)
class Known:
    """The page's language, the outlet that printed it, and agencies beyond the listed ones."""

    language: str = "en"
    outlet: str | None = None
    agencies: tuple[str, ...] = ()

    def agency(self, printed: str) -> str | None:
        """Return the canonical name of the agency that `printed` is the name of, else None.

        A house whose copy others print with a credit is one too.
        """
        return agency_named(printed, self.agencies) or syndicate_named(printed)

    def lone_agency(self, line: str) -> str | None:
        """Return the agency a whole line names, else None."""
        return lone_agency(line, self.agencies)

    def is_outlet(self, name: str) -> bool:
        """Tell whether `name` is the outlet's, in whichever form."""
        if not self.outlet:
            return False
        return name_key(name) == name_key(self.outlet) or (self.agency(self.outlet) or "") == name


NOTHING = Known()
