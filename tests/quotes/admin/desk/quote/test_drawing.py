"""Drawing how words came: a box for each source, a line for each step, dashed where only suggested."""

from typing import Any

from quotes.admin.desk.quote.drawing import drawn


def found(**given: Any) -> dict[str, Any]:
    return {"arrivals": [], "origins": [], "edges": [], "copies": [], "dropped": [], **given}


def test_draw_the_wire_above_its_outlets() -> None:
    drawing = drawn(
        found(
            arrivals=[{"outlet": "The Post"}, {"outlet": "The Echo"}],
            origins=[{"source": "VETA"}],
            edges=[{"from": "Danek Orsolan", "to": "VETA"}, {"from": "VETA", "to": "The Post"}],
            dropped=[{"source": "VETA", "outlet": "The Echo"}],
        )
    )

    boxes = {box.name: box for box in drawing.boxes}
    assert boxes["Danek Orsolan"].y < boxes["VETA"].y < boxes["The Post"].y == boxes["The Echo"].y
    assert [boxes[name].kind for name in ("VETA", "The Post")] == ["origin", "outlet"]
    assert [(line.told, line.suggested) for line in drawing.lines] == [
        ("VETA has the words from Danek Orsolan", False),
        ("The Post has the words from VETA", False),
        ("The Echo seems to have the words from VETA", True),
    ]


def test_draw_an_accepted_copy_as_shown() -> None:
    copy = {"source": "VETA", "outlet": "The Echo", "state": "accepted"}

    assert not drawn(found(arrivals=[{"outlet": "The Echo"}], copies=[copy])).dashed


def test_cut_a_long_name_and_keep_it_whole() -> None:
    name = "The Intelligencer of the Northern Valleys"

    (box,) = drawn(found(arrivals=[{"outlet": name}])).boxes

    assert (box.name, box.shown) == (name, "The Intelligencer…")
