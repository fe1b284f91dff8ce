"""What was meant by characters that only look right."""

import pytest

from zugong.text.lookalikes import everyday_form


@pytest.mark.parametrize(
    ("pasted", "typed"),
    [("⼯", "工"), ("⼀", "一"), ("–", "—"), ("−", "-"), ("•", "·"), ("〜", "～"), ("₂", "2"), ("⋯", "…")],
)
def test_the_everyday_form(pasted: str, typed: str) -> None:
    assert everyday_form(pasted) == typed


@pytest.mark.parametrize("character", "工祎✅a👍")
def test_nothing_is_guessed(character: str) -> None:
    assert everyday_form(character) == ""
