"""What a state does after a deed: "Soldiers launched a search operation for the attackers". No deed of its own where nobody is
harmed and no place is named, and none that makes a killing a battle."""

from dateline.frames.scene import operation
from dateline.frames.types import family
from dateline.resolve.telling.event import Event, Telling
from dateline.resolve.telling.thread import Thread


def pursues(thread: Thread, t: Telling, target: Event | None) -> bool:
    """Whether the telling is only of an operation that follows what was told before; ``target``: the incident it may be of."""
    f = t.frame
    acts = [x for x in f.acts if not x.weak]
    if not acts or not all(operation(f.reading, x) for x in acts) or f.counts:
        return False
    if f.definite and t.when is not None:
        return False  # "The clearance operation took place on Sunday": of the deed told before
    if f.reading.sentence.block != "body" or f.reading.sentence.lead is not None:
        return False
    if (t.where is not None and t.where.name is not None) or thread.touched is None:
        return False
    return target is None or family(target.acts) != "battle"
