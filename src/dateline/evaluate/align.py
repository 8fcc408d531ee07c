"""Which printed incident answers which gold one: the best one-to-one assignment, found exactly."""

from collections.abc import Sequence


def assign(weights: Sequence[Sequence[float | None]]) -> dict[int, int]:
    """Row → column so that most rows are paired, and of all such pairings the one of greatest weight; null forbids a pair.

    Pairs are added one at a time along the augmenting path of greatest gain (Bellman–Ford, since taking a pair back
    counts negative). With n rows, m columns: O(n² · m · (n + m)) at worst, for the few dozen incidents of an article.
    """
    row_of: dict[int, int] = {}
    while path := _best_path(weights, row_of):
        for row, column in path:
            row_of[column] = row
    return {row: column for column, row in row_of.items()}


def _best_path(weights: Sequence[Sequence[float | None]], row_of: dict[int, int]) -> list[tuple[int, int]]:
    """The pairs to set, last column first, so that one more row is paired; empty if none can be."""
    paired = set(row_of.values())
    gain: dict[int, float] = {row: 0.0 for row in range(len(weights)) if row not in paired}
    at_column: dict[int, float] = {}
    reached_from: dict[int, int] = {}
    changed = set(gain)
    while changed:
        row = changed.pop()
        for column, weight in enumerate(weights[row]):
            if weight is None or row_of.get(column) == row:
                continue
            total = gain[row] + weight
            if total <= at_column.get(column, float("-inf")) + 1e-9:
                continue
            at_column[column], reached_from[column] = total, row
            if column in row_of:
                back = row_of[column]
                gain[back] = total - (weights[back][column] or 0.0)
                changed.add(back)
    free = [column for column in at_column if column not in row_of]
    if not free:
        return []
    column_of = {row: column for column, row in row_of.items()}
    step: int | None = max(free, key=lambda column: (at_column[column], -column))
    path = []
    while step is not None:
        row = reached_from[step]
        path.append((row, step))
        step = column_of.get(row)
    return path
