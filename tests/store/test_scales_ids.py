"""Scales that the program knows by name have the ids that anybody gives them."""

import pytest

from annotator.model.claims import CONCLUSIONS, NO_SCALE, OUTCOME_SCALE, OUTCOMES
from annotator.store.ids import shared_id


@pytest.mark.parametrize(("name", "id"), [(OUTCOMES, OUTCOME_SCALE), (NO_SCALE, CONCLUSIONS)])
def test_the_id_follows_from_the_name(name, id):
    assert shared_id("scale", name) == id
