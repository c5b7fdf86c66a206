"""Production refuses what only development may have."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tracker.embedded.copies import ROOT, environment, manage

PRODUCTION = {
    "VIA_ENV": "production",
    "SECRET_KEY": "a-long-random-value-of-this-installation-0123456789-abcdefghij",
    "ALLOWED_HOSTS": "via.example.org",
    "DATABASE_URL": "postgresql://via:secret@db/via",
    "REDIS_URL": "redis://redis:6379/0",
}


def test_passes_the_deployment_checks_without_a_warning(tmp_path: Path) -> None:
    done = manage("check", "--deploy", "--fail-level", "WARNING", state=tmp_path, **PRODUCTION)

    assert (done.returncode, done.stdout) == (0, "System check identified no issues (0 silenced).\n"), (
        done.stderr
    )


def refusal(state: Path, **environ: str) -> str:
    """Return what a program says that starts with these settings, which must stop it."""
    load = [sys.executable, "-c", "import tracker.settings"]
    with pytest.raises(subprocess.CalledProcessError) as stopped:
        subprocess.run(
            load, cwd=ROOT, env=environment(state, **environ), capture_output=True, check=True, text=True
        )
    return str(stopped.value.stderr)


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ("SECRET_KEY", "SECRET_KEY is not set"),
        ("DATABASE_URL", "DATABASE_URL and REDIS_URL must both be set outside development."),
        ("REDIS_URL", "DATABASE_URL and REDIS_URL must both be set outside development."),
    ],
)
def test_refuses_to_boot_in_production_without(tmp_path: Path, missing: str, said: str) -> None:
    environ = {name: value for name, value in PRODUCTION.items() if name != missing}

    assert said in refusal(tmp_path, **environ)


def test_refuses_the_development_key_in_production(tmp_path: Path) -> None:
    key = "development-only-" + "0" * 48

    assert "SECRET_KEY is not set" in refusal(tmp_path, **PRODUCTION | {"SECRET_KEY": key})


def test_refuses_an_unknown_environment(tmp_path: Path) -> None:
    said = refusal(tmp_path, VIA_ENV="staging")

    assert "VIA_ENV is 'staging': set it to development or production." in said


def test_names_every_variable_in_the_example() -> None:
    read = set(re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', (ROOT / "tracker" / "settings.py").read_text()))
    shown = set(re.findall(r"^#?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))

    assert shown - {"POSTGRES_PASSWORD", "PORT", "VIA_STATE"} == read


def test_names_every_variable_of_the_composition_in_the_example() -> None:
    used = set(re.findall(r"\$\{([A-Z_]+)", (ROOT / "compose.yaml").read_text()))
    shown = set(re.findall(r"^#?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))

    assert used - shown == set()
