"""spaCy's greedy parsing, step by step from outside: the same trees in half the time.

spaCy's own loop gives the interpreter lock away once for an article and then takes and leaves it again a dozen times for
every step of every sentence, which costs more than the steps. Here the lock is held throughout, and the scores of a step are one
product of matrices. What is not a plain greedy parser (a beam, another architecture) is left to spaCy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Doc


def fits(pipe: Any) -> bool:
    """Whether ``pipe`` is a dependency parser that decides greedily by a hidden layer and an output layer."""
    return (
        type(pipe).__name__ == "DependencyParser"
        and pipe.cfg.get("beam_width") == 1
        and bool(pipe.model.attrs.get("has_upper"))
        and not pipe.model.attrs.get("unseen_classes")
        and pipe.model.ops.name == "numpy"
    )


def parse_greedily(pipe: Any, docs: list[Doc]) -> None:
    """Write the trees into ``docs``."""
    if not any(len(doc) for doc in docs):
        return
    batch = pipe.moves.init_batch(docs)
    model = pipe.model.predict(docs)
    token_ids, hidden = model.get_token_ids, model.state2vec
    weights, bias = model.vec2scores.get_param("W").T, model.vec2scores.get_param("b")
    states = [state for state in batch if not state.is_final()]
    while states:
        vectors, _ = hidden(token_ids(states), False)
        scores = vectors @ weights
        scores += bias
        states = pipe.transition_states(states, scores)
    model.clear_memory()
    pipe.set_annotations(docs, batch)
