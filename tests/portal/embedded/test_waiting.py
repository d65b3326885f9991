from portal.embedded.waiting import comes_true


def test_condition_is_asked_until_it_holds() -> None:
    answers = iter([False, False, True])

    assert comes_true(lambda: next(answers), patience=20)


def test_condition_that_never_holds_is_given_up() -> None:
    asked: list[bool] = []

    def never() -> bool:
        asked.append(True)
        return False

    assert not comes_true(never, patience=0)
    assert asked
