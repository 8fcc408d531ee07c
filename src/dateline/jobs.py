"""Many articles through the coder: in this process or in several, in order, with a bounded number of them in flight.

Articles are coded in chunks that are cut the same way however many processes there are, so the bytes that come out do
not depend on the number. A process that dies (out of memory, a fault in a library) takes its chunk along; the articles
of that chunk are then coded one by one, apart, and only those that kill their process again are given up.
"""

import gc
import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import lru_cache
from importlib import import_module
from itertools import chain, islice
from multiprocessing import get_context
from typing import Any, NamedTuple

import msgspec

from dateline.model.incident import Coded, Issue, Trace
from dateline.sources.read import FAILED, Read, article_info

CHUNK_ARTICLES = 16
CHUNK_CHARS = 60_000
AHEAD = 3
"""Chunks in flight for each process: enough to keep it busy, few enough that memory does not grow with the input."""

WORTH_IT = 4
"""Chunks. Fewer are coded before a second process would have read its model."""

MOST_JOBS = 8
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


class KitError(Exception):
    """The data or the model that the coder needs cannot be loaded: nothing can be coded."""


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """How to code. ``coder`` is the module that does it, which tests replace."""

    model: str | None = None
    profile: str | None = None
    with_text: bool = False
    coder: str = "dateline.coder"


class Done(NamedTuple):
    """One article, coded: its JSON, its id, why it failed (null if it did not), and the bytes of input it took."""

    line: bytes
    id: str
    failed: str | None
    size: int


Chunk = list[Read]


def code_all(reads: Iterable[Read], options: Options, *, jobs: int = 0) -> Iterator[Done]:
    """Code every article, in order. ``jobs`` 0: as many processes as there are cores, if the input is long enough."""
    chunks = _chunks(reads)
    first = list(islice(chunks, 1 if jobs > 1 else WORTH_IT + 1 if jobs == 0 else 0))
    every = chain(first, chunks)
    if jobs == 0:
        jobs = min(_cores(), MOST_JOBS) if len(first) > WORTH_IT else 1
    if jobs <= 1:
        for chunk in every:
            yield from code_chunk(chunk, options)
    else:
        yield from _Workers(jobs, options).code(every)


def code_one(read: Read, options: Options) -> tuple[Coded, Trace]:
    """One article with the trace of its reading, in this process; never raises for what the article holds."""
    if not read.codable:
        return _uncoded(read, options), Trace()
    module, kit = load(options.coder, options.model)
    try:
        coded, trace = module.code(read.article, kit, with_text=options.with_text, profile=options.profile)
        return _with_issues(coded, read.issues), trace
    except Exception as error:
        return _failed(read, options, _reason(error)), Trace()


def code_chunk(chunk: Chunk, options: Options) -> list[Done]:
    """Code a chunk in this process. One article that fails takes none of the others along."""
    good = [read.article for read in chunk if read.codable]
    try:
        coded = iter(_code_many(good, options))
        return [_done(_with_issues(next(coded), r.issues) if r.codable else _uncoded(r, options), r) for r in chunk]
    except KitError:
        raise
    except Exception:
        return [_done(code_one(read, options)[0], read) for read in chunk]


@lru_cache(maxsize=2)
def load(coder: str, model: str | None) -> tuple[Any, Any]:
    """The coder's module and its kit, once in a process. Raises ``KitError``."""
    for name in _THREADS:
        # One thread a process: more would fight for the cores, and the order of sums would depend on their number.
        os.environ.setdefault(name, "1")
    collecting = gc.isenabled()
    gc.disable()
    try:
        module = import_module(coder)
        found = module, module.load_kit(model)
        gc.freeze()  # the kit is not looked through again with every article: a tenth of the time
        return found
    except Exception as error:
        raise KitError(f"{type(error).__name__}: {error}") from error
    finally:
        if collecting:
            gc.enable()


def _code_many(articles: list[Any], options: Options) -> list[Coded]:
    if not articles:
        return []
    module, kit = load(options.coder, options.model)
    pairs = module.code_many(articles, kit, with_text=options.with_text, profile=options.profile)
    coded: list[Coded] = [pair[0] for pair in pairs]
    if len(coded) != len(articles):
        raise ValueError(f"{len(articles)} articles went in, {len(coded)} came out")
    return coded


def _with_issues(coded: Coded, issues: tuple[Issue, ...]) -> Coded:
    return msgspec.structs.replace(coded, issues=(*issues, *coded.issues)) if issues else coded


def _uncoded(read: Read, options: Options) -> Coded:
    return Coded(article=article_info(read.article, with_text=options.with_text), issues=read.issues)


def _failed(read: Read, options: Options, reason: str) -> Coded:
    issue = Issue(code="failed", message=f"the article could not be coded ({reason})")
    return Coded(article=article_info(read.article, with_text=options.with_text), issues=(*read.issues, issue))


def _reason(error: Exception) -> str:
    return f"{type(error).__name__}: {str(error)[:200]}".rstrip(": ")


def _done(coded: Coded, read: Read) -> Done:
    failed = next((f"{issue.message} [{issue.code}]" for issue in coded.issues if issue.code in FAILED), None)
    return Done(msgspec.json.encode(coded), read.article.id, failed, read.size)


def _chunks(reads: Iterable[Read]) -> Iterator[Chunk]:
    chunk: Chunk = []
    chars = 0
    for read in reads:
        chunk.append(read)
        chars += len(read.article.text)
        if len(chunk) >= CHUNK_ARTICLES or chars >= CHUNK_CHARS:
            yield chunk
            chunk, chars = [], 0
    if chunk:
        yield chunk


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Workers:
    """A pool of processes that is made anew when one of them dies."""

    def __init__(self, jobs: int, options: Options) -> None:
        self._jobs, self._options = jobs, options
        self._pool = self._start(jobs)
        self._waiting: deque[tuple[Chunk, Future[list[Done]] | None]] = deque()

    @staticmethod
    def _start(jobs: int) -> ProcessPoolExecutor:
        # "spawn": a fork of a process that already runs threads of a numerical library may hang.
        return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))

    def code(self, chunks: Iterable[Chunk]) -> Iterator[Done]:
        try:
            for chunk in chunks:
                self._waiting.append((chunk, self._submit(chunk)))
                if len(self._waiting) >= self._jobs * AHEAD:
                    yield from self._take()
            while self._waiting:
                yield from self._take()
        finally:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def _submit(self, chunk: Chunk) -> "Future[list[Done]] | None":
        try:
            return self._pool.submit(code_chunk, chunk, self._options)
        except BrokenProcessPool:
            return None

    def _take(self) -> list[Done]:
        """The first chunk's articles. If the pool broke under it, they are coded apart and the others sent again."""
        chunk, future = self._waiting.popleft()
        try:
            if future is not None:
                return future.result()
        except BrokenProcessPool:
            pass
        self._pool.shutdown(wait=True, cancel_futures=True)
        done = self._apart(chunk)
        self._pool = self._start(self._jobs)
        self._waiting = deque((later, self._submit(later)) for later, _ in self._waiting)
        return done

    def _apart(self, chunk: Chunk) -> list[Done]:
        """Each article of a chunk in a process apart, to find the one that kills it."""
        done: list[Done] = []
        pool = self._start(1)
        try:
            for read in chunk:
                try:
                    done += pool.submit(code_chunk, [read], self._options).result()
                except BrokenProcessPool:
                    done.append(_done(_failed(read, self._options, "its process died"), read))
                    pool.shutdown(wait=True)
                    pool = self._start(1)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
        return done
