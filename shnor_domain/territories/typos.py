"""How far one spelling is from another, with a bound: most pairs are refused by their lengths alone."""


def allowed(letters: int) -> int:
    """Typos forgiven in a word of so many letters: none up to 2, one up to 6, two beyond."""
    if letters <= 2:
        return 0
    return 1 if letters <= 6 else 2


def distance(left: str, right: str, bound: int) -> int | None:
    """Insertions, deletions, substitutions and swaps of neighbours (Damerau, each place edited once); None
    beyond `bound`."""
    if abs(len(left) - len(right)) > bound:
        return None
    if left == right:
        return 0
    before_last: list[int] = []
    last = list(range(len(right) + 1))
    for row, letter in enumerate(left, 1):
        line = [row]
        for column, other in enumerate(right, 1):
            cost = min(last[column] + 1, line[column - 1] + 1, last[column - 1] + (letter != other))
            if row > 1 and column > 1 and letter == right[column - 2] and left[row - 2] == other:
                cost = min(cost, before_last[column - 2] + 1)
            line.append(cost)
        if min(line) > bound:
            return None
        before_last, last = last, line
    return last[-1] if last[-1] <= bound else None


def near(typed: str, word: str) -> int | None:
    """Distance within what is forgiven for a text as long as the longer of the two is; None when they are
    different words."""
    return distance(typed, word, allowed(min(len(typed), len(word))))
