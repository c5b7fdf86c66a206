"""A walk by cursor, page by page over HTTP, while another connection puts rows in and takes them out."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.db import connection
from django.test import Client

pytestmark = pytest.mark.django_db(transaction=True)
# Every third one without a date, seven to a minute: ties and gaps in every order.
_ROW = """
    INSERT INTO quotes_quote (public_id, text, first_published_at, appearance_count, outlet_count, created_at)
    SELECT gen_random_uuid(), %s || n, CASE WHEN n %% 3 > 0 THEN
           timestamptz '2025-01-01' + n / 7 * interval '1 minute' END, 0, 0, now()
    FROM generate_series(%s, %s) n
"""
_OUT = "DELETE FROM quotes_quote WHERE text = %s"


def put(text, first, last):
    with connection.cursor() as cursor:
        cursor.execute(_ROW, [text, first, last])


def come_and_go(rows, times, walked):
    """Put rows in all over the list and take them out again, so often, and until the walk is over."""
    done = 0
    try:
        while done < times or not walked.is_set():
            number = done * 7919 % rows
            put("Passing ", number, number)
            if done % 2:
                with connection.cursor() as cursor:
                    cursor.execute(_OUT, [f"Passing {(done - 1) * 7919 % rows}"])
            done += 1
    finally:
        connection.close()
    return done


def walk(address):
    client, texts = Client(), []
    while address:
        page = client.get(address).json()
        texts += [row["text"] for row in page["results"]]
        address = page["next"]
    return texts


@pytest.mark.parametrize("order", ["-published", "received"])
@pytest.mark.parametrize(
    ("rows", "changes", "page_size"),
    [
        (1_000, 50, 100),
        pytest.param(100_000, 1_000, 200, marks=[pytest.mark.full, pytest.mark.timeout(1800)]),
    ],
)
def test_walk_meets_each_row_that_stood_throughout_once(order, rows, changes, page_size):
    put("Standing ", 1, rows)
    walked = Event()

    with ThreadPoolExecutor(1) as pool:
        writer = pool.submit(come_and_go, rows, changes, walked)
        texts = walk(f"/api/v1/quotes?order={order}&page_size={page_size}&fields=text")
        walked.set()
        done = writer.result()

    seen = Counter(text for text in texts if text.startswith("Standing"))
    assert seen == Counter(f"Standing {number}" for number in range(1, rows + 1))
    assert done >= changes
